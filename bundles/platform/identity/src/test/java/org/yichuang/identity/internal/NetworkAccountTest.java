package org.yichuang.identity.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.identity.api.Accounts.NewAccount;
import org.yichuang.identity.api.Accounts.Registration;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.SignIn.Credentials;
import org.yichuang.identity.api.SignIn.Token;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** An applicant has one account for all centres of the network. */
public class NetworkAccountTest {
    private House house;

    @Before
    public void open() throws Exception {
        house = new House();
        register("li-ming", House.HAIYANG);
    }

    @Test
    public void itIsKeptAtTheRootAndGoodEverywhere() {
        assertEquals(
                Set.of("applicant"),
                house.accounts.find("li-ming", house.admin(House.ROOT)).roles());
        assertEquals(
                "li-ming@shandong",
                who("li-ming", House.PASSWORD, House.HAIYANG).account());
        assertEquals(
                "li-ming@shandong", who("li-ming", House.PASSWORD, House.YANTAI).account());
        assertEquals(
                "li-ming@shandong",
                who("li-ming@shandong", House.PASSWORD, House.YANTAI).account());
        assertEquals("li-ming", who("li-ming", House.PASSWORD, House.ROOT).account());
    }

    @Test
    public void aTokenIsGoodAtItsCentreOnly() {
        Token token = signIn("li-ming", House.PASSWORD, House.HAIYANG);

        assertEquals(
                House.HAIYANG,
                house.signIn
                        .bearer(token.token(), house.clock.instant())
                        .orElseThrow()
                        .tenant());
    }

    @Test
    public void aNewPasswordOrABlockEndsItEverywhere() {
        Token haiyang = signIn("li-ming", House.PASSWORD, House.HAIYANG);
        Token yantai = signIn("li-ming", House.PASSWORD, House.YANTAI);
        Actor atYantai = who("li-ming", House.PASSWORD, House.YANTAI);

        house.accounts.changeOwnPassword(House.PASSWORD, "Another-Horse-9", house.by(atYantai, House.YANTAI));

        for (Token token : List.of(haiyang, yantai)) {
            assertFalse(
                    house.signIn.bearer(token.token(), house.clock.instant()).isPresent());
        }
        Token later = signIn("li-ming", "Another-Horse-9", House.HAIYANG);
        house.accounts.block("li-ming", true, house.admin(House.ROOT));
        assertFalse(house.signIn.bearer(later.token(), house.clock.instant()).isPresent());
        assertEquals(IdentityError.SIGN_IN_REFUSED, codeOf(() -> signIn("li-ming", "Another-Horse-9", House.YANTAI)));
    }

    @Test
    public void guessesAtAllCentresCountTogether() {
        for (int i = 0; i < 5; i++) {
            TenantId centre = i % 2 == 0 ? House.HAIYANG : House.YANTAI;
            assertEquals(IdentityError.SIGN_IN_REFUSED, codeOf(() -> signIn("li-ming", "Wrong-Horse-9", centre)));
        }
        assertEquals(IdentityError.SIGN_IN_REFUSED, codeOf(() -> signIn("li-ming", House.PASSWORD, House.ROOT)));
    }

    @Test
    public void anAccountOfTheCentreComesFirstAndNamesAreNotShared() {
        assertEquals(IdentityError.ACCOUNT_EXISTS, codeOf(() -> open("li-ming", House.YANTAI)));
        open("zhao", House.YANTAI);
        assertEquals(IdentityError.ACCOUNT_EXISTS, codeOf(() -> register("zhao", House.YANTAI)));

        register("zhao", House.HAIYANG); // nobody there has the name
        assertEquals("zhao", who("zhao", House.PASSWORD, House.YANTAI).account());
        assertEquals(
                "zhao@shandong",
                who("zhao@shandong", House.PASSWORD, House.YANTAI).account());
    }

    @Test
    public void staffOfTheRootAreNobodyElsewhere() {
        open("sun", House.ROOT);

        assertEquals(IdentityError.SIGN_IN_REFUSED, codeOf(() -> signIn("sun", House.PASSWORD, House.HAIYANG)));
        assertEquals(
                IdentityError.SIGN_IN_REFUSED, codeOf(() -> signIn("sun@shandong", House.PASSWORD, House.HAIYANG)));
        assertEquals(
                IdentityError.SIGN_IN_REFUSED, codeOf(() -> signIn("li-ming@yantai", House.PASSWORD, House.HAIYANG)));
    }

    @Test
    public void anApplicantsAccountOfACentreGoesOnWorking() {
        house.accounts.open(
                new NewAccount("wang-fang", "王芳", House.PASSWORD, Set.of("applicant"), Set.of(), "person"),
                house.system(House.HAIYANG));

        assertEquals(
                "wang-fang", who("wang-fang", House.PASSWORD, House.HAIYANG).account());
        assertTrue(codeOf(() -> signIn("wang-fang", House.PASSWORD, House.YANTAI)) == IdentityError.SIGN_IN_REFUSED);
    }

    /** City first, province later: whoever had an account goes on as the same person. */
    @Test
    public void anAccountOfAFormerRootIsGoodBelowItAndKeepsItsName() {
        TenantId country = new TenantId("country");
        open("sun", House.ROOT);
        house.tenants.place(country, null);
        house.tenants.place(House.ROOT, country);
        register("zhao", House.YANTAI);

        assertEquals(
                "li-ming@shandong",
                who("li-ming", House.PASSWORD, House.HAIYANG).account());
        assertEquals(
                "li-ming@shandong",
                who("li-ming@shandong", House.PASSWORD, House.YANTAI).account());
        assertEquals("li-ming", who("li-ming", House.PASSWORD, House.ROOT).account());
        assertEquals("zhao@country", who("zhao", House.PASSWORD, House.HAIYANG).account());
        assertEquals(IdentityError.SIGN_IN_REFUSED, codeOf(() -> signIn("li-ming", House.PASSWORD, country)));
        assertEquals(IdentityError.SIGN_IN_REFUSED, codeOf(() -> signIn("sun", House.PASSWORD, House.HAIYANG)));
    }

    @Test
    public void nobodyElseGetsANameOfAFormerRoot() {
        TenantId country = new TenantId("country");
        house.tenants.place(country, null);
        house.tenants.place(House.ROOT, country);

        assertEquals(IdentityError.ACCOUNT_EXISTS, codeOf(() -> register("li-ming", House.HAIYANG)));
        assertEquals(IdentityError.ACCOUNT_EXISTS, codeOf(() -> register("li-ming", House.ROOT)));
        assertEquals(IdentityError.ACCOUNT_EXISTS, codeOf(() -> open("li-ming", House.HAIYANG)));

        register("li-ming", country); // above it the name is free, and typed in full below the former root
        assertEquals(
                "li-ming@shandong",
                who("li-ming", House.PASSWORD, House.HAIYANG).account());
        assertEquals(
                "li-ming@country",
                who("li-ming@country", House.PASSWORD, House.HAIYANG).account());
    }

    private void open(String account, TenantId centre) {
        house.accounts.open(
                new NewAccount(account, account, House.PASSWORD, Set.of("clerk"), Set.of(), ""), house.system(centre));
    }

    private void register(String account, TenantId centre) {
        house.accounts.register(
                new Registration(account, "李明", House.PASSWORD, "person"), "10.0.0.1", house.at(centre));
    }

    private Token signIn(String account, String password, TenantId centre) {
        return house.signIn.signIn(new Credentials(account, password), "10.0.0.1", house.at(centre));
    }

    private Actor who(String account, String password, TenantId centre) {
        return house.signIn
                .bearer(signIn(account, password, centre).token(), house.clock.instant())
                .orElseThrow()
                .actor();
    }

    private static ErrorCode codeOf(Runnable action) {
        return assertThrows(ProblemException.class, action::run).code();
    }
}
