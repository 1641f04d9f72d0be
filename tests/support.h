/* SPDX-License-Identifier: EUPL-1.2 */
/* cmocka wants these includes in this order; every test program starts with this file. */
#ifndef PT_TESTS_SUPPORT_H
#define PT_TESTS_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#endif
