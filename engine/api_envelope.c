/* SPDX-License-Identifier: EUPL-1.2 */
/* What stands around the items of a result: openings, separators, closings, by form. */
#include "api_task.h"
#include "report/findings.h"
#include "report/github.h"
#include "report/readiness_page.h"

static bool as_list(const pt_task *task)
{
    return (task->job.kind == PT_TASK_PLAY || task->job.kind == PT_TASK_EXPLAIN ||
            task->job.kind == PT_TASK_BRANCHES || task->job.kind == PT_TASK_COVER ||
            task->job.kind == PT_TASK_MUTATE) &&
           task->job.style.medium == PT_MEDIUM_JSON;
}

void pt_task_open(pt_task *task)
{
    task->held = task->job.kind == PT_TASK_COMPARE;
    task->compared.proved = true;
    if (task->job.kind == PT_TASK_TEST)
        pt_summary_open(&task->output, &task->job.style);
    else if (as_list(task))
        pt_text_add(&task->output, "[\n  ");
    else if (task->job.kind == PT_TASK_READINESS && task->job.style.medium == PT_MEDIUM_CSV)
        pt_readiness_csv_head(&task->output);
}

void pt_task_between(pt_task *task)
{
    if (task->job.style.medium == PT_MEDIUM_CSV)
        return;
    if (task->job.kind == PT_TASK_TEST)
        pt_summary_between(&task->output, &task->job.style);
    else if (as_list(task))
        pt_text_add(&task->output, ",\n  ");
    else if (task->held && task->job.style.medium == PT_MEDIUM_JSON)
        pt_text_add(&task->output, ",\n    ");
    else if (task->job.kind != PT_TASK_CHECK)
        pt_text_add(&task->output, "\n");
}

void pt_task_close(pt_task *task)
{
    const pt_style *style = &task->job.style;
    if (task->held) {
        task->held = false;
        pt_task_close_compared(task);
        return;
    }
    if (task->job.kind == PT_TASK_CHECK) {
        pt_task_leave_out_expected(task);
        pt_findings_write(&task->output, &task->shown, style);
        return;
    }
    for (size_t i = 0; i < task->shown.count; i++)
        pt_github_finding(&task->output, &task->shown.findings[i], style->language);
    if (task->job.kind == PT_TASK_TEST)
        pt_summary_close(&task->output, &task->totals, style);
    else if (as_list(task))
        pt_text_add(&task->output, "\n]\n");
}
