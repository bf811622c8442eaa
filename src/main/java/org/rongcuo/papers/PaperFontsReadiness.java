package org.rongcuo.papers;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Notes at the readiness probe whether papers can be set. Without a font all but the papers works, so it is no reason to be down. */
@Readiness
class PaperFontsReadiness implements HealthCheck {
    private final PaperFonts fonts;

    PaperFontsReadiness(PaperFonts fonts) {
        this.fonts = fonts;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("papers")
                .up()
                .withData(
                        "font",
                        fonts.find()
                                .map(found -> found.body().getPostscriptFontName())
                                .orElse("none: papers answer 503"))
                .build();
    }
}
