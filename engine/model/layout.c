/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/layout.h"

const pt_layout pt_layout_text = {.kind = PT_LAYOUT_TEXT};
const pt_layout pt_layout_name = {.kind = PT_LAYOUT_NAME};
const pt_layout pt_layout_names = {.kind = PT_LAYOUT_LIST, .each = &pt_layout_name};
const pt_layout pt_layout_date = {.kind = PT_LAYOUT_DATE};
const pt_layout pt_layout_day = {.kind = PT_LAYOUT_DAY};
const pt_layout pt_layout_yesno = {.kind = PT_LAYOUT_YESNO};
