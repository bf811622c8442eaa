package org.rongcuo.publication;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.shared.Text;

/**
 * What a public notice would show.
 *
 * @param audience the widest allowed
 * @param days working days; 0 where the book does not tell
 * @param until the last day, if it were published today; null where the book does not tell
 * @param text a draft, in Chinese, for the handler to edit
 * @param leftOut how many subjects it does not tell of, since they are not tolerated
 * @param narrowedByLevel whether the case's level narrowed what the book allows
 * @param untold whether the book does not tell audience and days on these facts, so that a person names them
 */
@Schema(name = "NoticePreview")
record NoticePreview(
        Audience audience,
        Text audienceLabel,
        int days,
        @Nullable LocalDate until,
        String text,
        int leftOut,
        boolean narrowedByLevel,
        boolean untold) {}
