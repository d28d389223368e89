package org.yichuang.identity.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.identity.api.Accounts.Account;
import org.yichuang.identity.api.Accounts.NewAccount;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.Role;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;

public class AccountsTest {
    private House house;

    @Before
    public void open() throws Exception {
        house = new House();
    }

    @Test
    public void anAccountBelongsToItsCentreOnly() {
        house.open("wang", House.YANTAI, Role.CLERK);

        assertEquals("wang", house.accounts.find("wang", house.at(House.YANTAI)).account());
        assertEquals(IdentityError.ACCOUNT_UNKNOWN, codeOf(() -> house.accounts.find("wang", house.at(House.HAIYANG))));
    }

    @Test
    public void aNameIsTakenOnce() {
        house.open("wang", House.YANTAI, Role.CLERK);

        assertEquals(IdentityError.ACCOUNT_EXISTS, codeOf(() -> house.open("wang", House.YANTAI, Role.REVIEWER)));
    }

    @Test
    public void namesHaveAForm() {
        Stream.of("w", "Wang", "wang li", "-wang", "w".repeat(41), "me", "applicants", "王")
                .forEach(name -> assertEquals(
                        CommonError.FIELDS_INVALID, codeOf(() -> house.open(name, House.YANTAI, Role.CLERK))));
    }

    @Test
    public void theListGoesOnWhereItStopped() {
        Stream.of("b3", "b1", "b2").forEach(name -> house.open(name, House.YANTAI, Role.CLERK));

        Page<Account> first = house.accounts.list(new PageRequest(2, Optional.empty()), house.at(House.YANTAI));
        Page<Account> second =
                house.accounts.list(new PageRequest(2, Optional.of(first.next())), house.at(House.YANTAI));

        assertEquals(
                List.of("b1", "b2"),
                first.items().stream().map(Account::account).toList());
        assertEquals(
                List.of("b3"), second.items().stream().map(Account::account).toList());
        assertEquals(null, second.next());
    }

    @Test
    public void everyChangeContinuesTheAccountsChain() {
        house.open("wang", House.YANTAI, Role.CLERK);
        house.accounts.setRoles("wang", Set.of(Role.REVIEWER), house.at(House.YANTAI));
        house.accounts.setPassword("wang", "Another-Horse-9", house.at(House.YANTAI));
        house.accounts.block("wang", true, house.at(House.YANTAI));
        house.accounts.block("wang", false, house.at(House.YANTAI));

        List<AuditEntry> entries = house.transactions.entries;
        assertEquals(
                List.of("open-account", "set-roles", "set-password", "block", "unblock"),
                entries.stream().map(AuditEntry::action).toList());
        for (int i = 1; i < entries.size(); i++) {
            assertEquals(entries.get(i - 1).after(), entries.get(i).before());
        }
        Map<String, ChainHead> heads = house.accounts.heads(House.YANTAI, Optional.empty(), 10);
        assertEquals(5, heads.get("wang").sequence());
        assertEquals(Map.of(), house.accounts.heads(House.YANTAI, Optional.of("wang"), 10));
        assertEquals(Map.of(), house.accounts.heads(House.HAIYANG, Optional.empty(), 10));
    }

    @Test
    public void theJournalNeverSeesAPassword() {
        house.open("wang", House.YANTAI, Role.CLERK);
        house.accounts.setPassword("wang", "Another-Horse-9", house.at(House.YANTAI));

        assertFalse(house.transactions.entries.toString().contains("Horse"));
    }

    @Test
    public void rolesStayApartWhenTheyAreChanged() {
        house.open("wang", House.YANTAI, Role.CLERK);

        assertEquals(
                IdentityError.ROLES_EXCLUSIVE,
                codeOf(() ->
                        house.accounts.setRoles("wang", Set.of(Role.CLERK, Role.AUDIT_ADMIN), house.at(House.YANTAI))));
        assertEquals(
                Set.of(Role.CLERK),
                house.accounts.find("wang", house.at(House.YANTAI)).roles());
    }

    @Test
    public void anApplicantStaysAnApplicant() {
        house.accounts.open(
                new NewAccount("li-ming", "李明", House.PASSWORD, Set.of(Role.APPLICANT), "", "person"),
                house.at(House.YANTAI));

        assertEquals(
                CommonError.FIELDS_INVALID,
                codeOf(() -> house.accounts.setRoles("li-ming", Set.of(Role.CLERK), house.at(House.YANTAI))));
    }

    @Test
    public void whoChangesTheOwnPasswordKnowsIt() {
        house.open("wang", House.YANTAI, Role.CLERK);

        assertEquals(
                CommonError.FIELDS_INVALID,
                codeOf(() -> house.accounts.changeOwnPassword(
                        "Wrong-Horse-9", "Another-Horse-9", house.by("wang", House.YANTAI))));
        house.accounts.changeOwnPassword(House.PASSWORD, "Another-Horse-9", house.by("wang", House.YANTAI));
        house.signIn.signIn("wang", "Another-Horse-9", "10.0.0.1", house.at(House.YANTAI));
    }

    @Test
    public void nobodyChangesTheOwnRightsOrState() {
        house.open("security", House.YANTAI, Role.SECURITY_ADMIN);
        CallContext own = house.by("security", House.YANTAI);

        for (Runnable attempt : List.<Runnable>of(
                () -> house.accounts.setRoles("security", Set.of(Role.AUDIT_ADMIN), own),
                () -> house.accounts.block("security", true, own),
                () -> house.accounts.setPassword("security", "Another-Horse-9", own))) {
            assertEquals(CommonError.NOT_ALLOWED, codeOf(attempt));
        }
        assertEquals(
                Set.of(Role.SECURITY_ADMIN),
                house.accounts.find("security", own).roles());
    }

    private static ErrorCode codeOf(Runnable action) {
        return assertThrows(ProblemException.class, action::run).code();
    }
}
