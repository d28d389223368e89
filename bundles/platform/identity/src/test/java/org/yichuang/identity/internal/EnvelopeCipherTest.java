package org.yichuang.identity.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.PersonalDataCipher.DataScope;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

public class EnvelopeCipherTest {
    private static final TenantId HAIYANG = new TenantId("haiyang");
    private static final DataScope SCOPE = new DataScope(HAIYANG, "cases.phone", "370687-1");
    private static final String PHONE = "13800138000";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final TestDigests digests = new TestDigests("key");
    private Path file;

    @Before
    public void makeFolder() throws Exception {
        file = folder.newFolder("keys").toPath().resolve("personal-data.keys");
    }

    @Test
    public void whatIsEncryptedIsReadAgainAndNeverLooksTheSame() {
        EnvelopeCipher cipher = open();
        String kept = cipher.encrypt(SCOPE, PHONE);

        assertEquals(PHONE, cipher.decrypt(SCOPE, kept));
        assertEquals(PHONE, open().decrypt(SCOPE, kept));
        assertNotEquals(kept, cipher.encrypt(SCOPE, PHONE));
        assertFalse(kept.contains(PHONE));
        assertTrue(cipher.isEncrypted(kept));
        assertFalse(cipher.isEncrypted(PHONE));
        assertEquals("", cipher.encrypt(SCOPE, ""));
        assertEquals("王\ud840\udc00", cipher.decrypt(SCOPE, cipher.encrypt(SCOPE, "王\ud840\udc00")));
    }

    @Test
    public void aLongTextIsKeptSmallerThanItIs() {
        EnvelopeCipher cipher = open();
        String form = "{\"name\":\"公共场所卫生许可\",\"reason\":\"新办\"}".repeat(50);
        String kept = cipher.encrypt(SCOPE, form);

        assertEquals(form, cipher.decrypt(SCOPE, kept));
        assertTrue(cipher.isEncrypted(kept));
        assertTrue(kept.length() < form.length() / 2);
        assertUnreadable(cipher, SCOPE, kept.replace(".~", "."));
        assertUnreadable(cipher, SCOPE, kept + "!");
    }

    @Test
    public void aValueSaysUnderWhichKeyItIs() throws Exception {
        String first = open().encrypt(SCOPE, PHONE);
        assertEquals("0", open().keyName(first));
        assertEquals("0", open().newestKey());

        Files.writeString(file, "2026 " + "ab".repeat(32) + "\n");
        assertEquals("2026", open().newestKey());
        assertEquals("0", open().keyName(first));
        assertEquals("2026", open().keyName(open().rewrap(SCOPE, first)));
        assertEquals("", open().keyName(PHONE));
    }

    @Test
    public void aValueThatWasMovedOrChangedIsNotRead() {
        EnvelopeCipher cipher = open();
        String kept = cipher.encrypt(SCOPE, PHONE);
        for (DataScope other : List.of(
                new DataScope(new TenantId("yantai"), "cases.phone", "370687-1"),
                new DataScope(HAIYANG, "cases.name", "370687-1"),
                new DataScope(HAIYANG, "cases.phone", "370687-2"))) {
            assertUnreadable(cipher, other, kept);
        }
        int last = kept.length() - 3;
        char changed = kept.charAt(last) == 'A' ? 'B' : 'A';
        assertUnreadable(cipher, SCOPE, kept.substring(0, last) + changed + kept.substring(last + 1));
        assertUnreadable(cipher, SCOPE, PHONE);
        assertUnreadable(open(new TestDigests("another key")), SCOPE, kept);
    }

    @Test
    public void aNewMasterKeyIsTakenIntoUseWithoutTouchingTheValues() throws Exception {
        String first = open().encrypt(SCOPE, PHONE);
        Files.writeString(file, "# made in 2026\n2026 " + "ab".repeat(32) + "\n");
        EnvelopeCipher second = open();

        assertEquals(PHONE, second.decrypt(SCOPE, first));
        assertFalse(second.isCurrent(first));
        String rewrapped = second.rewrap(SCOPE, first);
        assertTrue(second.isCurrent(rewrapped));
        assertEquals(PHONE, second.decrypt(SCOPE, rewrapped));
        assertEquals(first.substring(first.lastIndexOf('.')), rewrapped.substring(rewrapped.lastIndexOf('.')));
        assertEquals(rewrapped, second.rewrap(SCOPE, rewrapped));

        Files.delete(file);
        assertUnreadable(open(), SCOPE, rewrapped);
    }

    @Test
    public void aFileThatHoldsNoKeysIsRefused() throws Exception {
        for (String content : List.of("2026 abc", "2026", "a " + "ab".repeat(32) + "\na " + "cd".repeat(32))) {
            Files.writeString(file, content);
            assertThrows(IllegalStateException.class, this::open);
        }
    }

    @Test
    public void equalValuesOfACentreAreFoundByTheSameDigest() {
        EnvelopeCipher cipher = open();
        String digest = cipher.searchDigest(HAIYANG, "cases.phone", PHONE);

        assertEquals(digest, open().searchDigest(HAIYANG, "cases.phone", PHONE));
        assertNotEquals(digest, cipher.searchDigest(new TenantId("yantai"), "cases.phone", PHONE));
        assertNotEquals(digest, cipher.searchDigest(HAIYANG, "cases.id", PHONE));
    }

    private EnvelopeCipher open() {
        return open(digests);
    }

    private EnvelopeCipher open(TestDigests with) {
        return new EnvelopeCipher(with, MasterKeys.open(with, file), () -> true, () -> true);
    }

    private static void assertUnreadable(EnvelopeCipher cipher, DataScope scope, String kept) {
        assertEquals(
                IdentityError.PERSONAL_DATA_UNREADABLE,
                assertThrows(ProblemException.class, () -> cipher.decrypt(scope, kept))
                        .code());
    }
}
