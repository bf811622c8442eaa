package org.rongcuo.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.shared.Json;
import org.rongcuo.shared.Sealing;

/**
 * 保密身份: who objected, remarked or proposed, as far as they said. Sealed as it is told; opened one by one, by an act that
 * says why and leaves an entry in the ledger, in which the identity is not.
 */
@ApplicationScoped
public class Identities {
    private final Sealing sealing;
    private final Persons persons;

    Identities(Sealing sealing, Persons persons) {
        this.sealing = sealing;
        this.persons = persons;
    }

    /** What is sealed. @param person who was logged in; null where nobody was or it is not to be known */
    private record Told(String name, String contact, UUID person) {}

    /** Opens an identity. */
    @Schema(name = "OpenIdentity")
    public record OpenIdentity(
            @NotBlank
            @Size(max = 1000)
            @Schema(
                    description = "开封理由;载入台账,能看案件的人都能看到,不得写明身份"
                            + " · why; kept in the ledger, read by whoever sees the case: not to tell the identity",
                    examples = "异议所附证据需向异议人当面核实")
            String reasons) {}

    /**
     * Who it is, as far as they said.
     *
     * @param name null where none was told
     * @param contact null where none was told
     * @param person the login that was used; null without
     */
    @Schema(name = "OpenedIdentity")
    public record IdentityView(
            @Nullable String name,
            @Nullable String contact,
            @Nullable PersonRef person) {
        /** Not who it is: logs are read by others. */
        @Override
        public String toString() {
            return "an opened identity";
        }
    }

    /**
     * Seals what was told of oneself.
     *
     * @param context the record to which it belongs, such as {@code remark:<id>}; it opens there alone
     * @return null where nothing was told
     */
    public @Nullable String seal(
            @Nullable String name, @Nullable String contact, @Nullable UUID person, String context) {
        var told = new Told(known(name), known(contact), person);
        return told.equals(new Told(null, null, null)) ? null : sealing.seal(Json.write(told), context);
    }

    private static String known(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** @throws IllegalStateException when it does not open: of another context, or under a key that is gone */
    public IdentityView open(String sealed, String context) {
        var told = Json.read(sealing.open(sealed, context), Told.class);
        return new IdentityView(
                told.name, told.contact, told.person == null ? null : PersonRef.of(persons.findById(told.person)));
    }
}
