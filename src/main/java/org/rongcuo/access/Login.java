package org.rongcuo.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.UUID;

/** An account of an identity provider that stands for a person. */
@Entity
@IdClass(Login.Key.class)
class Login {
    @Id
    private String issuer;

    @Id
    private String subject;

    @Column(name = "person_id")
    private UUID personId;

    protected Login() {}

    Login(String issuer, String subject, UUID personId) {
        this.issuer = issuer;
        this.subject = subject;
        this.personId = personId;
    }

    /** The account. */
    record Key(String issuer, String subject) implements Serializable {}
}
