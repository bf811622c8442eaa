package org.rongcuo.tasks;

/** Whether a task is still to be done. */
enum TaskState {
    OPEN,
    DONE
}
