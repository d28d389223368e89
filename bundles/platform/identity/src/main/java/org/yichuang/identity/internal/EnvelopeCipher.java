package org.yichuang.identity.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.journal.api.KeyedDigests;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/**
 * Writes {@code e1.<master key>.<wrapped key>.<value>}, each of the last two a nonce with its ciphertext in Base64; a
 * value that begins with {@code ~} was deflated before, as encrypted texts cannot be made smaller by the database.
 */
public class EnvelopeCipher implements PersonalDataCipher {
    private static final Logger LOG = LoggerFactory.getLogger(EnvelopeCipher.class);
    private static final String FORM = "e1.";
    private static final String DEFLATED = "~";
    private static final Pattern HEADER = Pattern.compile("e1\\.([a-z0-9-]{1,20})\\.([A-Za-z0-9_-]{80})\\.");
    private static final Pattern VALUE_FORM = Pattern.compile("~?[A-Za-z0-9_-]{38,}+");
    /** Shorter texts gain nothing. */
    private static final int SHORTEST_DEFLATED = 256;

    private static final int LONGEST_TEXT = 16 << 20;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String WRAPPING = "key";
    private static final String VALUE = "value";

    private final SecureRandom random = new SecureRandom();
    private final KeyedDigests digests;
    private final MasterKeys masters;
    private final BooleanSupplier mayRenew;
    private final BooleanSupplier mayWrite;

    /**
     * @param mayRenew whether the newest of the keys is the one that all containers go over to
     * @param mayWrite whether the newest of the keys is what others know by its name; asked for every value
     */
    public EnvelopeCipher(
            KeyedDigests digests, MasterKeys masters, BooleanSupplier mayRenew, BooleanSupplier mayWrite) {
        this.digests = digests;
        this.masters = masters;
        this.mayRenew = mayRenew;
        this.mayWrite = mayWrite;
    }

    @Override
    public String encrypt(DataScope scope, String plain) {
        if (plain.isEmpty()) {
            return plain;
        }
        byte[] key = bytes(KEY_BYTES);
        byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
        boolean deflated = bytes.length >= SHORTEST_DEFLATED;
        byte[] sealed = seal(key, aad(part(deflated), scope), deflated ? deflate(bytes) : bytes);
        return wrap(scope, key) + (deflated ? DEFLATED : "") + text(sealed);
    }

    private String wrap(DataScope scope, byte[] key) {
        if (!mayWrite.getAsBoolean()) {
            LOG.error("The master key {} is not the one that the database knows by this name", masters.newest());
            throw unreadable();
        }
        byte[] master = masters.find(masters.newest()).orElseThrow();
        return FORM + masters.newest() + "." + text(seal(master, aad(WRAPPING, scope), key)) + ".";
    }

    @Override
    public String decrypt(DataScope scope, String kept) {
        if (kept.isEmpty()) {
            return kept;
        }
        Matcher header = header(kept);
        String value = kept.substring(header.end());
        boolean deflated = value.startsWith(DEFLATED);
        byte[] bytes = open(unwrap(scope, header), aad(part(deflated), scope), deflated ? value.substring(1) : value);
        return new String(deflated ? inflate(bytes) : bytes, StandardCharsets.UTF_8);
    }

    private byte[] unwrap(DataScope scope, Matcher header) {
        byte[] master = masters.find(header.group(1)).orElseThrow(() -> {
            LOG.error("The master key {} is missing: bring it back to keys/personal-data.keys", header.group(1));
            return unreadable();
        });
        return open(master, aad(WRAPPING, scope), header.group(2));
    }

    @Override
    public boolean isEncrypted(String kept) {
        Matcher header = HEADER.matcher(kept);
        return header.lookingAt()
                && VALUE_FORM.matcher(kept.substring(header.end())).matches();
    }

    @Override
    public boolean isCurrent(String kept) {
        return kept.isEmpty() || header(kept).group(1).equals(masters.newest());
    }

    @Override
    public String keyName(String kept) {
        Matcher header = HEADER.matcher(kept);
        return header.lookingAt() ? header.group(1) : "";
    }

    @Override
    public String newestKey() {
        return masters.newest();
    }

    @Override
    public boolean mayRenew() {
        return mayRenew.getAsBoolean();
    }

    @Override
    public String rewrap(DataScope scope, String kept) {
        if (isCurrent(kept)) {
            return kept;
        }
        Matcher header = header(kept);
        return wrap(scope, unwrap(scope, header)) + kept.substring(header.end());
    }

    @Override
    public String searchDigest(TenantId tenant, String purpose, String value) {
        return digests.digest("personal-data-search", tenant.value(), purpose, value);
    }

    private static String part(boolean deflated) {
        return deflated ? DEFLATED + VALUE : VALUE;
    }

    private static Matcher header(String kept) {
        Matcher header = HEADER.matcher(kept);
        if (!header.lookingAt()) {
            throw unreadable();
        }
        return header;
    }

    private static byte[] deflate(byte[] bytes) {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream(bytes.length / 2);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated, deflater)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return deflated.toByteArray();
    }

    private static byte[] inflate(byte[] bytes) {
        Inflater inflater = new Inflater();
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes), inflater)) {
            return in.readNBytes(LONGEST_TEXT);
        } catch (IOException e) {
            throw new UncheckedIOException("What was deflated by us cannot be inflated", e);
        } finally {
            inflater.end();
        }
    }

    private byte[] seal(byte[] key, byte[] aad, byte[] plain) {
        byte[] nonce = bytes(NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, aad).doFinal(plain);
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-256-GCM", e);
        }
    }

    private static byte[] open(byte[] key, byte[] aad, String text) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(text);
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, aad).doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            LOG.error("A value of personal data was changed or moved, or its master key is another one", e);
            throw unreadable();
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] aad) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(aad);
        return cipher;
    }

    /** No two lists of fields look alike: each goes in with its length. */
    private static byte[] aad(String part, DataScope scope) {
        StringBuilder text = new StringBuilder(part);
        for (String field : new String[] {scope.tenant().value(), scope.purpose(), scope.owner()}) {
            text.append('|').append(field.length()).append('|').append(field);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static ProblemException unreadable() {
        return ProblemException.of(IdentityError.PERSONAL_DATA_UNREADABLE);
    }
}
