package org.yichuang.identity.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import java.time.Duration;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.ProviderSignIn.Answer;
import org.yichuang.identity.api.ProviderSignIn.Departure;
import org.yichuang.identity.api.SignIn.BrowserSession;
import org.yichuang.identity.internal.oidc.TestProvider;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** Which account an outside provider's subject enters, whatever somebody has written into the rows. */
public class ProviderLinksTest {
    private House house;
    private TestProvider outside;
    private DefaultProviderSignIn provider;

    @Before
    public void open() throws Exception {
        house = new House();
        outside = new TestProvider(house.clock::instant);
        provider = house.providerSignIn(outside.configured());
    }

    @After
    public void close() {
        outside.close();
    }

    @Test
    public void aRowOfAnApplicantThatSomebodyElseWroteLetsNobodyIn() {
        house.open("security", House.ROOT, "security-admin");
        actor("sub-evil", "恶", House.ROOT);
        house.transactions.sql("UPDATE IDENTITY_SUBJECT SET ACCOUNT='security'");

        assertRefused("sub-evil", "恶", House.ROOT);
        assertRefused("sub-evil", "恶", House.HAIYANG);
    }

    @Test
    public void aStaffAccountThatBecameAnApplicantsIsNotEnteredByTheStaffsLink() {
        house.open("wang", House.YANTAI, "clerk");
        provider.linkStaff("wang", "sub-w", house.admin(House.YANTAI));
        house.transactions.sql("UPDATE IDENTITY_ACCOUNT SET KIND='person' WHERE ACCOUNT='wang'");

        assertNotEquals("wang", actor("sub-w", "王", House.YANTAI).account());
    }

    @Test
    public void aRowThatSomebodyElseWroteIsReplacedByTheNextLink() {
        house.open("wang", House.YANTAI, "clerk");
        house.open("li", House.YANTAI, "clerk");
        provider.linkStaff("wang", "sub-w", house.admin(House.YANTAI));
        house.transactions.sql("UPDATE IDENTITY_SUBJECT SET ACCOUNT='li'");
        assertEquals(Set.of("applicant"), actor("sub-w", "王", House.YANTAI).roles());

        provider.linkStaff("wang", "sub-w", house.admin(House.YANTAI));
        assertEquals("wang", actor("sub-w", "王", House.YANTAI).account());
    }

    @Test
    public void staffOfAProviderWorkOnWhateverTheAgeOfTheirPassword() {
        house.open("wang", House.YANTAI, "clerk");
        provider.linkStaff("wang", "sub-w", house.admin(House.YANTAI));
        house.clock.forward(Duration.ofDays(91));

        String secret = session("sub-w", "王", House.YANTAI).secret();
        assertFalse(house.signIn
                .present(secret, true, house.at(House.YANTAI))
                .orElseThrow()
                .passwordChangeRequired());
        house.signIn.revoke(secret, house.at(House.YANTAI));
        assertFalse(house.signIn.present(secret, true, house.at(House.YANTAI)).isPresent());
    }

    private void assertRefused(String subject, String name, TenantId centre) {
        assertEquals(
                IdentityError.SIGN_IN_REFUSED,
                assertThrows(ProblemException.class, () -> actor(subject, name, centre))
                        .code());
    }

    private Actor actor(String subject, String name, TenantId centre) {
        return session(subject, name, centre).actor();
    }

    private BrowserSession session(String subject, String name, TenantId centre) {
        Departure departure = provider.begin("", house.at(centre));
        String code = outside.grant(departure.address(), subject, name);
        String state = TestProvider.fields(departure.address().getRawQuery()).get("state");
        return provider.complete(new Answer(code, "", state, departure.secret()), "10.0.0.1", house.at(centre))
                .session()
                .orElseThrow();
    }
}
