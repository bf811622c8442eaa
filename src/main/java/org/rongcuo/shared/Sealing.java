package org.rongcuo.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals what only a few may read even in the database: votes, identities of reporters. AES-256 in GCM (NIST SP 800-38D)
 * under keys of the configuration; a sealed text names its key, so that keys can be changed while old texts stay readable.
 * Sealed texts cannot be searched.
 */
@ApplicationScoped
public class Sealing {
    /** The keys: {@code <id>:<base64 of 32 bytes>}, parted by commas. The first seals, all open. */
    public static final String KEYS = "rongcuo.sealing.keys";

    private static final String VERSION = "s1";
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Map<String, SecretKey> keys;
    private final SecureRandom random = new SecureRandom();

    Sealing(@ConfigProperty(name = KEYS) String keys) {
        this.keys = keys(keys);
    }

    /**
     * Reads the setting.
     *
     * @throws IllegalArgumentException when it holds no key, or something else; the message tells no part of a key
     */
    public static Map<String, SecretKey> keys(String setting) {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        for (var entry : setting.strip().split("\\s*,\\s*")) {
            var colon = entry.indexOf(':');
            if (colon < 1 || !entry.substring(0, colon).matches("[A-Za-z0-9-]{1,40}")) {
                throw new IllegalArgumentException(KEYS + ": an entry is not <id>:<base64 of 32 bytes>");
            }
            var id = entry.substring(0, colon);
            byte[] bytes;
            try {
                bytes = Base64.getDecoder().decode(entry.substring(colon + 1));
            } catch (IllegalArgumentException notBase64) {
                throw new IllegalArgumentException(KEYS + ": key " + id + " is not base64", null);
            }
            if (bytes.length != KEY_BYTES) {
                throw new IllegalArgumentException(KEYS + ": key " + id + " has not 32 bytes");
            }
            if (keys.put(id, new SecretKeySpec(bytes, "AES")) != null) {
                throw new IllegalArgumentException(KEYS + ": key " + id + " stands twice");
            }
        }
        return keys;
    }

    /**
     * Seals a text.
     *
     * @param context what it belongs to, such as {@code vote:<id>}; it opens there alone
     * @return {@code s1.<key id>.<base64 of nonce, cipher text and tag>}
     */
    public String seal(String text, String context) {
        var first = keys.entrySet().iterator().next();
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, first.getValue(), nonce, context, text.getBytes(StandardCharsets.UTF_8));
        var whole = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return VERSION + "." + first.getKey() + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /**
     * Opens what was sealed for the context.
     *
     * @throws IllegalStateException when its key is not configured any more, or it was tampered with
     */
    public String open(String sealed, String context) {
        var parts = sealed.split("\\.");
        if (parts.length != 3 || !parts[0].equals(VERSION)) {
            throw new IllegalStateException("not a sealed text");
        }
        var key = keys.get(parts[1]);
        if (key == null) {
            throw new IllegalStateException("sealed under key " + parts[1] + ", which is not configured");
        }
        var whole = Base64.getUrlDecoder().decode(parts[2]);
        var opened = run(
                Cipher.DECRYPT_MODE,
                key,
                Arrays.copyOf(whole, NONCE_BYTES),
                context,
                Arrays.copyOfRange(whole, NONCE_BYTES, whole.length));
        return new String(opened, StandardCharsets.UTF_8);
    }

    /**
     * What tells whether two texts of a context are the same, to nobody without the first key (HMAC-SHA-256, RFC 2104).
     *
     * @param context texts of different contexts do not compare
     * @return lower-case hex
     */
    public String mac(byte[] text, String context) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.values().iterator().next().getEncoded(), "HmacSHA256"));
            mac.update(context.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    private static byte[] run(int mode, SecretKey key, byte[] nonce, String context, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the sealed text does not open: tampered with, or of another context", e);
        }
    }
}
