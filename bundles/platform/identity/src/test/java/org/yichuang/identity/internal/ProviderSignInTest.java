package org.yichuang.identity.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.yichuang.identity.api.Accounts.Registration;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.ProviderSignIn.Arrival;
import org.yichuang.identity.internal.domain.SubjectLink;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.TenantId;

/** Signing in by an outside identity provider: whose account it is. */
public class ProviderSignInTest extends ProviderTrips {
    @Test
    public void theFirstSignInOpensAnAccountOfTheNetworkAndTheNextFindsIt() {
        Actor first = signIn("sub-1", "李明", House.HAIYANG);
        Actor next = signIn("sub-1", "李明", House.YANTAI);
        Actor other = signIn("sub-2", "王芳", House.YANTAI);

        assertTrue(first.account(), first.account().endsWith("@shandong"));
        assertEquals("李明", first.name());
        assertEquals(Set.of("applicant"), first.roles());
        assertEquals(first.account(), next.account());
        assertNotEquals(first.account(), other.account());
    }

    @Test
    public void aSessionIsLikeOneOfAPassword() {
        Trip trip = leave("/haiyang/my", House.HAIYANG);
        Arrival arrival = arrive(trip, "sub-1", "李明");
        String secret = arrival.session().orElseThrow().secret();

        assertEquals("/haiyang/my", arrival.to());
        assertTrue(house.signIn.present(secret, true, house.at(House.HAIYANG)).isPresent());
        assertFalse(house.signIn.present(secret, true, house.at(House.YANTAI)).isPresent());
        assertEquals(Optional.of(House.HAIYANG), provider.centre(answer(trip, "c")));
    }

    @Test
    public void anAccountThatIsThereIsLinkedByItsOwnerAlone() {
        house.accounts.register(
                new Registration("li-ming", "李明", House.PASSWORD, "person"), ORIGIN, house.at(House.HAIYANG));
        CallContext own = house.by(new Actor("li-ming@shandong", "李明", Set.of("applicant")), House.HAIYANG);
        CallContext others = house.by(new Actor("zhao@shandong", "赵", Set.of("applicant")), House.HAIYANG);

        Trip trip = new Trip(provider.begin("", own), House.HAIYANG);
        String code = outside.grant(trip.departure().address(), "sub-1", "李明");
        assertEquals(
                "somebody else's browser",
                IdentityError.PROVIDER_ATTEMPT_OVER,
                refusal(() -> provider.complete(answer(trip, code), ORIGIN, others)));
        Trip again = new Trip(provider.begin("", own), House.HAIYANG);
        Arrival arrival = provider.complete(
                answer(again, outside.grant(again.departure().address(), "sub-1", "李明")), ORIGIN, own);
        assertEquals(Optional.empty(), arrival.session());
        assertEquals(IdentityError.PROVIDER_ATTEMPT_OVER, refusal(() -> provider.link(arrival.offer(), others)));
        assertEquals(IdentityError.PROVIDER_ATTEMPT_OVER, refusal(() -> provider.link("nonsense", own)));
        provider.link(arrival.offer(), own);

        assertEquals("li-ming@shandong", signIn("sub-1", "李明", House.YANTAI).account());
        assertEquals("li-ming", signIn("sub-1", "李明", House.ROOT).account());
    }

    @Test
    public void anAccountOfAFormerRootIsFoundAgain() {
        Actor before = signIn("sub-1", "李明", House.HAIYANG);
        TenantId country = new TenantId("country");
        house.tenants.place(country, null);
        house.tenants.place(House.ROOT, country);

        assertEquals(before.account(), signIn("sub-1", "李明", House.HAIYANG).account());
        assertTrue(signIn("sub-2", "王芳", House.HAIYANG).account().endsWith("@country"));
    }

    @Test
    public void staffOfACentreAboveAreApplicantsBelow() {
        house.open("sun", House.ROOT, "clerk");
        provider.linkStaff("sun", "sub-s", house.admin(House.ROOT));

        assertEquals(Set.of("clerk"), signIn("sub-s", "孙", House.ROOT).roles());
        assertEquals(Set.of("applicant"), signIn("sub-s", "孙", House.HAIYANG).roles());
        assertEquals("sun", signIn("sub-s", "孙", House.ROOT).account());
    }

    @Test
    public void aSubjectHasOneAccount() {
        signIn("sub-1", "李明", House.HAIYANG);
        house.accounts.register(
                new Registration("li-ming", "李明", House.PASSWORD, "person"), ORIGIN, house.at(House.HAIYANG));
        CallContext own = house.by(new Actor("li-ming@shandong", "李明", Set.of("applicant")), House.HAIYANG);
        Trip trip = new Trip(provider.begin("", own), House.HAIYANG);
        String offer = provider.complete(
                        answer(trip, outside.grant(trip.departure().address(), "sub-1", "李明")), ORIGIN, own)
                .offer();

        assertEquals(IdentityError.SUBJECT_LINKED, refusal(() -> provider.link(offer, own)));
    }

    @Test
    public void staffComeInOnlyOnceAnAdministratorHasLinkedThem() {
        house.open("wang", House.YANTAI, "clerk");
        CallContext admin = house.admin(House.YANTAI);

        assertEquals(Set.of("applicant"), signIn("sub-w", "王", House.YANTAI).roles());
        assertEquals(
                CommonError.NOT_ALLOWED,
                refusal(() -> provider.begin("", house.by(new Actor("wang", "王", Set.of("clerk")), House.YANTAI))));
        assertEquals(
                CommonError.NOT_ALLOWED,
                refusal(() -> provider.linkStaff("wang", "sub-w", house.by("x", House.YANTAI))));
        provider.linkStaff("wang", "sub-w", admin);
        assertEquals("wang", signIn("sub-w", "王", House.YANTAI).account());
        assertEquals(
                "elsewhere the same person is an applicant",
                Set.of("applicant"),
                signIn("sub-w", "王", House.HAIYANG).roles());
        provider.linkStaff("wang", "", admin);
        assertEquals(Set.of("applicant"), signIn("sub-w", "王", House.YANTAI).roles());
        assertEquals(CommonError.FIELDS_INVALID, refusal(() -> provider.linkStaff("wang", "a\nb", admin)));
        assertEquals(
                List.of("open-account", "link-subject", "unlink-subject"),
                house.entries().stream()
                        .filter(entry -> entry.aggregateId().equals("wang"))
                        .map(entry -> entry.action())
                        .toList());
    }

    @Test
    public void applicantsAreNotTheAdministratorsToLink() {
        String account = signIn("sub-1", "李明", House.ROOT).account();

        assertEquals(
                CommonError.FIELDS_INVALID,
                refusal(() -> provider.linkStaff(account, "sub-2", house.admin(House.ROOT))));
    }

    @Test
    public void whoseLinkWasTakenAwayBeginsAnew() {
        String account = signIn("sub-1", "李明", House.ROOT).account();
        provider.linkStaff(account, "", house.admin(House.ROOT));

        Actor anew = signIn("sub-1", "李明", House.ROOT);
        assertNotEquals(account, anew.account());
        assertEquals(anew.account(), signIn("sub-1", "李明", House.ROOT).account());
    }

    @Test
    public void aBlockedAccountStaysOutAndThatIsJournaled() {
        String account = signIn("sub-1", "李明", House.ROOT).account();
        house.accounts.block(account, true, house.admin(House.ROOT));

        assertEquals(IdentityError.SIGN_IN_REFUSED, refusal(() -> signIn("sub-1", "李明", House.HAIYANG)));
        assertEquals(
                List.of("sign-in by " + outside.issuer() + " from " + ORIGIN + " sign-in-refused " + account
                        + "@shandong"),
                house.journal.refusals());
    }

    @Test
    public void aRowThatSomebodyElseWroteLetsNobodyIntoAnAccount() throws Exception {
        house.open("security", House.YANTAI, "security-admin");
        house.open("wang", House.YANTAI, "clerk");
        provider.linkStaff("wang", "sub-w", house.admin(House.YANTAI));
        house.transactions.sql("UPDATE IDENTITY_SUBJECT SET ACCOUNT='security'");

        assertEquals(Set.of("applicant"), signIn("sub-w", "王", House.YANTAI).roles());
    }

    @Test
    public void theTrailProvesEveryLink() {
        house.open("wang", House.YANTAI, "clerk");
        CallContext admin = house.admin(House.YANTAI);

        signIn("sub-1", "李明", House.YANTAI);
        provider.linkStaff("wang", "sub-w", admin);
        assertEquals(2, links().size());
        assertEquals(links(), linksOfTheTrail());
        provider.linkStaff("wang", "sub-x", admin);
        assertEquals(2, links().size());
        assertEquals(links(), linksOfTheTrail());
        provider.linkStaff("wang", "", admin);
        assertEquals(1, links().size());
        assertEquals(links(), linksOfTheTrail());
    }

    @Test
    public void withoutAProviderThereIsNone() {
        DefaultProviderSignIn none = house.providerSignIn();

        assertFalse(none.isOffered());
        assertEquals(IdentityError.PROVIDER_OFF, refusal(() -> none.begin("", house.at(House.YANTAI))));
    }

    /** The rows as they stand, and the digest of each. */
    private Map<String, String> links() {
        JpaChainHeads rows = new JpaChainHeads("subject-link", house.entities, house.transactions, SubjectLink.class);
        Map<String, String> links = new HashMap<>();
        for (TenantId centre : List.of(House.ROOT, House.YANTAI)) {
            rows.rows(centre, Optional.empty(), 10).forEach(row -> links.put(row.id(), row.digest()));
        }
        return links;
    }

    /** What the entries say about links; each is found as it was left. */
    private Map<String, String> linksOfTheTrail() {
        Map<String, String> links = new HashMap<>();
        String begin = RowDigests.detail("subject-link", "");
        house.entries().forEach(entry -> entry.details().forEach((name, digest) -> {
            if (name.startsWith(begin)) {
                String id = name.substring(begin.length());
                String found = entry.details().get(RowDigests.FOUND + "subject-link/" + id);
                assertEquals(links.remove(id), found);
                if (!digest.equals(RowDigests.REMOVED)) {
                    links.put(id, digest);
                }
            }
        }));
        return links;
    }
}
