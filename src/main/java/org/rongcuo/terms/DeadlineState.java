package org.rongcuo.terms;

import java.time.LocalDate;
import org.rongcuo.procedure.Deadline;
import org.rongcuo.shared.Text;

/** How a step stands to its term. */
enum DeadlineState {
    RUNNING("进行中", "running"),
    PAUSED("中止计算", "standing still"),
    OVERDUE("已超期", "overdue"),
    LAPSED("期满", "lapsed"),
    MET("已办结", "done"),
    DROPPED("不再办理", "not needed any more");

    private final Text label;

    DeadlineState(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }

    static DeadlineState of(Deadline deadline, LocalDate today) {
        if (deadline.metOn() != null) {
            return MET;
        }
        if (deadline.droppedOn() != null) {
            return DROPPED;
        }
        if (deadline.isPaused()) {
            return PAUSED;
        }
        if (!deadline.isOver(today)) {
            return RUNNING;
        }
        return deadline.step().isDuty() ? OVERDUE : LAPSED;
    }
}
