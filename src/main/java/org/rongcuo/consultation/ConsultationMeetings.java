package org.rongcuo.consultation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.rongcuo.shared.Problem;

/** The meetings of all groups. */
@ApplicationScoped
class ConsultationMeetings implements PanacheRepositoryBase<ConsultationMeeting, UUID> {
    ConsultationMeeting locked(UUID id) {
        var meeting = findByIdOptional(id).orElseThrow(Problem::notFound);
        // It may have been seen before the lock was waited for: as it is now, with who is present and what is on its
        // list.
        getEntityManager().refresh(meeting, LockModeType.PESSIMISTIC_WRITE);
        return meeting;
    }
}
