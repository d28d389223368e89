package org.yichuang.identity.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.SecondFactor.Enrolment;
import org.yichuang.identity.api.SignIn.Credentials;
import org.yichuang.identity.internal.domain.OneTimeCode;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;

public class SecondFactorTest {
    private static final String ORIGIN = "10.0.0.1";
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private House house;

    @Before
    public void open() throws Exception {
        house = new House();
        house.open("wang", House.YANTAI, "clerk");
        house.open("chief", House.YANTAI, "chief-representative");
    }

    @Test
    public void whoeverHasAnAuthenticatorNeedsItsCode() {
        byte[] secret = enrol("wang");

        assertEquals(IdentityError.SECOND_FACTOR_REQUIRED, codeOf("wang", ""));
        assertEquals(IdentityError.SECOND_FACTOR_WRONG, codeOf("wang", "000000"));
        signIn("wang", next(secret));
    }

    /** A telephone shows the machine's time, whatever time is rehearsed. */
    @Test
    public void codesAreGoodWhileAnotherTimeIsRehearsed() {
        house.clock.moveBy(Duration.ofDays(8));
        byte[] secret = enrol("wang");

        signIn("wang", next(secret));
        house.clock.moveBy(Duration.ofDays(-8));
        signIn("wang", next(secret));
    }

    @Test
    public void aCodeIsNotUsedTwice() {
        byte[] secret = enrol("wang");
        String code = next(secret);
        signIn("wang", code);

        assertEquals(IdentityError.SECOND_FACTOR_WRONG, codeOf("wang", code));
        signIn("wang", next(secret));
    }

    /** Who writes to the database cannot put another secret in, nor set a used code back, without being found. */
    @Test
    public void eachChangeOfAnAuthenticatorIsCoveredByAnEntry() {
        byte[] secret = enrol("wang");
        signIn("wang", next(secret));
        house.secondFactor.remove("wang", house.admin(House.YANTAI));

        List<String> left = new ArrayList<>();
        String before = "";
        for (AuditEntry entry : house.entries()) {
            String row = entry.details().get("row.authenticator/wang");
            if (row != null) {
                assertEquals(
                        entry.action(),
                        before,
                        entry.details().getOrDefault("was.authenticator/wang", row.equals("-") ? before : ""));
                assertNotEquals(before, row);
                left.add(entry.action());
                before = row;
            }
        }
        assertEquals(
                List.of("begin-second-factor", "enrol-second-factor", "use-second-factor", "remove-second-factor"),
                left);
        assertEquals("-", before);
    }

    @Test
    public void wrongCodesLockLikeWrongPasswords() {
        byte[] secret = enrol("wang");
        for (int i = 0; i < 5; i++) {
            assertEquals(IdentityError.SECOND_FACTOR_WRONG, codeOf("wang", "000000"));
        }

        assertEquals(IdentityError.SIGN_IN_REFUSED, codeOf("wang", next(secret)));
        house.clock.forward(Duration.ofMinutes(15));
        signIn("wang", next(secret));
    }

    @Test
    public void aRecoveryCodeIsGoodOnce() {
        List<String> codes =
                house.secondFactor.confirm(with("wang", code(begin("wang"))), ORIGIN, house.at(House.YANTAI));

        assertEquals(8, codes.size());
        signIn("wang", codes.get(3));
        assertEquals(IdentityError.SECOND_FACTOR_WRONG, codeOf("wang", codes.get(3)));
        signIn("wang", codes.get(4).toLowerCase(Locale.ROOT).replace("-", " "));
    }

    @Test
    public void aRecoveryCodeIsGoodAlsoWhenTheSecretCannotBeReadAnyMore() {
        List<String> codes =
                house.secondFactor.confirm(with("wang", code(begin("wang"))), ORIGIN, house.at(House.YANTAI));
        house.transactions.sql("UPDATE IDENTITY_AUTHENTICATOR SET SECRET='e1.2019." + "x".repeat(80) + ".y'");

        assertEquals(IdentityError.PERSONAL_DATA_UNREADABLE, codeOf("wang", "000000"));
        signIn("wang", codes.get(3));
        assertEquals(IdentityError.PERSONAL_DATA_UNREADABLE, codeOf("wang", codes.get(3)));
    }

    @Test
    public void anEnrolmentCountsOnlyOnceACodeWasSeen() {
        byte[] secret = begin("wang");
        signIn("wang", "");
        assertEquals(
                IdentityError.SECOND_FACTOR_WRONG,
                refusal(() -> house.secondFactor.confirm(with("wang", "000000"), ORIGIN, house.at(House.YANTAI))));
        signIn("wang", "");
        house.secondFactor.confirm(with("wang", code(secret)), ORIGIN, house.at(House.YANTAI));

        assertEquals(IdentityError.SECOND_FACTOR_REQUIRED, codeOf("wang", ""));
        assertEquals(IdentityError.SECOND_FACTOR_PRESENT, refusal(() -> begin("wang")));
        assertEquals(
                IdentityError.SECOND_FACTOR_UNKNOWN,
                refusal(() -> house.secondFactor.confirm(with("wang", next(secret)), ORIGIN, house.at(House.YANTAI))));
    }

    @Test
    public void withoutThePasswordNothingIsEnrolled() {
        assertEquals(
                IdentityError.SIGN_IN_REFUSED,
                refusal(() -> house.secondFactor.begin(
                        new Credentials("wang", "Wrong-Horse-9"), ORIGIN, house.at(House.YANTAI))));
    }

    @Test
    public void chiefsAdministratorsAndOperatorsMustEnrolWhereItIsRequired() throws Exception {
        house.open("admin", House.YANTAI, "system-admin");
        house.open("operator", House.ROOT, "operator");
        set("required");

        signIn("wang", "");
        assertEquals(IdentityError.SECOND_FACTOR_ENROLMENT_REQUIRED, codeOf("chief", ""));
        assertEquals(IdentityError.SECOND_FACTOR_ENROLMENT_REQUIRED, codeOf("admin", ""));
        assertEquals(
                IdentityError.SECOND_FACTOR_ENROLMENT_REQUIRED,
                refusal(() -> house.signIn.signIn(with("operator", ""), ORIGIN, house.at(House.ROOT))));
        signIn("chief", next(enrol("chief")));

        set("off");
        signIn("chief", "");
        signIn("admin", "");
    }

    @Test
    public void anAdministratorRemovesItForWhoHasLostTheTelephone() {
        enrol("wang");
        house.secondFactor.remove("wang", house.admin(House.YANTAI));

        signIn("wang", "");
        assertEquals(
                List.of("open-account", "begin-second-factor", "enrol-second-factor", "remove-second-factor"),
                house.entries().stream()
                        .filter(entry -> entry.aggregateId().equals("wang"))
                        .map(entry -> entry.action())
                        .toList());
        assertEquals(
                CommonError.NOT_ALLOWED,
                refusal(() -> house.secondFactor.remove("security", house.admin(House.YANTAI))));
    }

    @Test
    public void theSecretIsNotReadableInTheDatabase() throws Exception {
        Enrolment enrolment = house.secondFactor.begin(with("wang", ""), ORIGIN, house.at(House.YANTAI));
        String label = URLEncoder.encode("烟台市政务服务中心:wang", StandardCharsets.UTF_8);
        assertTrue(enrolment.address().startsWith("otpauth://totp/" + label + "?secret=" + enrolment.secret()));
        String kept = house.transactions
                .texts("SELECT SECRET FROM IDENTITY_AUTHENTICATOR")
                .get(0);
        assertTrue(kept, kept.startsWith("e1.0."));
        assertFalse(kept, kept.contains(enrolment.secret()));
    }

    private byte[] enrol(String account) {
        byte[] secret = begin(account);
        house.secondFactor.confirm(with(account, code(secret)), ORIGIN, house.at(House.YANTAI));
        return secret;
    }

    private byte[] begin(String account) {
        Enrolment enrolment = house.secondFactor.begin(with(account, ""), ORIGIN, house.at(House.YANTAI));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char letter : enrolment.secret().toCharArray()) {
            buffer = buffer << 5 | ALPHABET.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits);
            }
        }
        return bytes.toByteArray();
    }

    private String code(byte[] secret) {
        return OneTimeCode.of(secret, house.clock.instant());
    }

    /** The code after the one that was used last. */
    private String next(byte[] secret) {
        house.clock.forward(Duration.ofSeconds(30));
        return code(secret);
    }

    private static Credentials with(String account, String code) {
        return new Credentials(account, House.PASSWORD, code);
    }

    private void signIn(String account, String code) {
        house.signIn.signIn(with(account, code), ORIGIN, house.at(House.YANTAI));
    }

    private ErrorCode codeOf(String account, String code) {
        return refusal(() -> signIn(account, code));
    }

    private static ErrorCode refusal(Runnable action) {
        return assertThrows(ProblemException.class, action::run).code();
    }

    private void set(String use) throws Exception {
        house.settings.updated(
                new Hashtable<>(Map.of("argon2.memory", "64", "argon2.iterations", "1", "second.factor", use)));
    }
}
