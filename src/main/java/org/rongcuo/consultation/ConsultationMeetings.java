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
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problem::notFound);
    }
}
