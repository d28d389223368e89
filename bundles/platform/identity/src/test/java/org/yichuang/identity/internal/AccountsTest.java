package org.yichuang.identity.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.identity.api.Accounts.Account;
import org.yichuang.identity.api.Accounts.NewAccount;
import org.yichuang.identity.api.Accounts.Registration;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.SignIn.Credentials;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.JournalError;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.TenancyError;
import org.yichuang.web.api.Credentials.BearerToken;

public class AccountsTest {
    private House house;

    @Before
    public void open() throws Exception {
        house = new House();
    }

    @Test
    public void nobodyIsGivenMoreWhileItsEntryCouldBeRemoved() {
        house.open("wang", House.YANTAI, "clerk");
        house.transactions.loseAnchors();
        CallContext admin = house.admin(House.YANTAI);
        NewAccount li = new NewAccount("li", "李", House.PASSWORD, Set.of("clerk"), Set.of(), "");

        Stream.<Runnable>of(
                        () -> house.accounts.open(li, admin),
                        () -> house.accounts.setRoles("wang", Set.of("reviewer"), admin),
                        () -> house.accounts.setDepartments("wang", Set.of(), admin),
                        () -> house.accounts.setPassword("wang", "Another-Horse-7", admin))
                .forEach(act -> assertEquals(JournalError.ANCHORS_OVERDUE, codeOf(act::run)));
        house.accounts.block("wang", true, admin);
    }

    @Test
    public void anAccountBelongsToItsCentreOnly() {
        house.open("wang", House.YANTAI, "clerk");

        assertEquals(
                "wang", house.accounts.find("wang", house.admin(House.YANTAI)).account());
        assertEquals(
                IdentityError.ACCOUNT_UNKNOWN, codeOf(() -> house.accounts.find("wang", house.admin(House.HAIYANG))));
    }

    @Test
    public void aNameIsTakenOnce() {
        house.open("wang", House.YANTAI, "clerk");

        assertEquals(IdentityError.ACCOUNT_EXISTS, codeOf(() -> house.open("wang", House.YANTAI, "reviewer")));
    }

    /** What has been done may be the reason why the same would be refused now. */
    @Test
    public void aRepeatedCommandGetsTheAnswerThatWasKept() {
        NewAccount wang = new NewAccount("wang", "王", House.PASSWORD, Set.of("clerk"), Set.of(), "");
        CallContext open = House.repeatable(house.admin(House.ROOT), "open");
        Registration li = new Registration("li-ming", "李明", House.PASSWORD, "person");
        CallContext register = House.repeatable(house.at(House.ROOT), "register");
        CallContext below = House.repeatable(house.at(House.HAIYANG), "register-below");
        CallContext reset = House.repeatable(house.admin(House.ROOT), "reset");

        assertEquals(house.accounts.open(wang, open), house.accounts.open(wang, open));
        assertEquals(
                house.accounts.register(li, "10.0.0.1", register), house.accounts.register(li, "10.0.0.1", register));
        Registration sun = new Registration("sun", "孙", House.PASSWORD, "person");
        assertEquals(house.accounts.register(sun, "10.0.0.1", below), house.accounts.register(sun, "10.0.0.1", below));
        house.accounts.setPassword("wang", "Another-Horse-9", reset);
        house.accounts.setPassword("wang", "Another-Horse-9", reset);

        assertEquals(
                IdentityError.ACCOUNT_EXISTS,
                codeOf(() -> house.accounts.open(wang, House.repeatable(house.admin(House.ROOT), "another"))));
    }

    /** The list of departments has changed in between. */
    @Test
    public void aRepeatedAssignmentIsAnsweredThoughTheDepartmentIsClosed() {
        house.open("wang", House.HAIYANG, "clerk");
        CallContext assign = House.repeatable(house.admin(House.HAIYANG), "assign");
        Account assigned = house.accounts.setDepartments("wang", Set.of("民政局"), assign);
        house.departments.close(House.HAIYANG, "民政局");

        assertEquals(assigned, house.accounts.setDepartments("wang", Set.of("民政局"), assign));
        assertEquals(
                TenancyError.DEPARTMENT_UNKNOWN,
                codeOf(() -> house.accounts.setDepartments("wang", Set.of("民政局"), house.admin(House.HAIYANG))));
    }

    @Test
    public void namesHaveAForm() {
        Stream.of("w", "Wang", "wang li", "-wang", "w".repeat(41), "me", "applicants", "王")
                .forEach(name -> assertEquals(
                        CommonError.FIELDS_INVALID, codeOf(() -> house.open(name, House.YANTAI, "clerk"))));
    }

    @Test
    public void theListGoesOnWhereItStopped() {
        Stream.of("b3", "b1", "b2").forEach(name -> house.open(name, House.YANTAI, "clerk"));

        Page<Account> first = house.accounts.list(new PageRequest(2, Optional.empty()), house.admin(House.YANTAI));
        Page<Account> second =
                house.accounts.list(new PageRequest(2, Optional.of(first.next())), house.admin(House.YANTAI));

        assertEquals(
                List.of("b1", "b2"),
                first.items().stream().map(Account::account).toList());
        assertEquals(
                List.of("b3"), second.items().stream().map(Account::account).toList());
        assertEquals(null, second.next());
    }

    @Test
    public void everyChangeContinuesTheAccountsChain() {
        house.open("wang", House.YANTAI, "clerk");
        house.accounts.setRoles("wang", Set.of("reviewer"), house.admin(House.YANTAI));
        house.accounts.setPassword("wang", "Another-Horse-9", house.admin(House.YANTAI));
        house.accounts.block("wang", true, house.admin(House.YANTAI));
        house.accounts.block("wang", false, house.admin(House.YANTAI));

        List<AuditEntry> entries = house.entries();
        assertEquals(
                List.of("open-account", "set-roles", "set-password", "block", "unblock"),
                entries.stream().map(AuditEntry::action).toList());
        for (int i = 1; i < entries.size(); i++) {
            assertEquals(entries.get(i - 1).after(), entries.get(i).before());
        }
    }

    @Test
    public void wordsOfAnAccountHaveRulesWhateverTheWayIn() {
        for (String name : List.of("", " ", "王\u0000", "王\u202e明", "王\n明", "王\ud800", "王".repeat(101))) {
            assertEquals(
                    CommonError.FIELDS_INVALID,
                    codeOf(() -> house.accounts.register(
                            new Registration("li-ming", name, House.PASSWORD, "person"),
                            "10.0.0.1",
                            house.at(House.YANTAI))));
        }
    }

    @Test
    public void registrationsFromOneAddressAreSlowedDown() {
        for (int i = 0; i < 30; i++) {
            register("citizen-" + i, "10.0.0.1");
        }
        assertEquals(CommonError.TOO_MANY_REQUESTS, codeOf(() -> register("citizen-30", "10.0.0.1")));
        register("citizen-31", "10.0.0.2");
        house.clock.forward(Duration.ofMinutes(1));
        register("citizen-32", "10.0.0.1");
    }

    private void register(String account, String origin) {
        house.accounts.register(
                new Registration(account, "李明", House.PASSWORD, "person"), origin, house.at(House.YANTAI));
    }

    @Test
    public void theFirstAccountIsOpenedOnceByWhoeverMay() {
        CallContext operator = house.by(
                new Actor("operator", "运维人员", Set.of("operator"), Set.of(), Set.of("identity.open-first")),
                House.YANTAI);
        assertTrue(house.accounts.isWithoutAccounts(operator));

        Account first = house.accounts.openFirst("chen", "陈", "Correct-Horse-99", operator);

        assertEquals(Set.of("security-admin"), first.roles());
        assertEquals(
                CommonError.NOT_ALLOWED,
                codeOf(() -> house.accounts.openFirst("chen-2", "陈", "Correct-Horse-99", operator)));
    }

    @Test
    public void theJournalNeverSeesAPassword() {
        house.open("wang", House.YANTAI, "clerk");
        house.accounts.setPassword("wang", "Another-Horse-9", house.admin(House.YANTAI));

        assertFalse(house.entries().toString().contains("Horse"));
    }

    @Test
    public void rolesStayApartWhenTheyAreChanged() {
        house.open("wang", House.YANTAI, "clerk");

        assertEquals(
                IdentityError.ROLES_EXCLUSIVE,
                codeOf(() ->
                        house.accounts.setRoles("wang", Set.of("clerk", "audit-admin"), house.admin(House.YANTAI))));
        assertEquals(
                Set.of("clerk"),
                house.accounts.find("wang", house.admin(House.YANTAI)).roles());
    }

    @Test
    public void anApplicantStaysAnApplicant() {
        house.accounts.open(
                new NewAccount("li-ming", "李明", House.PASSWORD, Set.of("applicant"), Set.of(), "person"),
                house.admin(House.YANTAI));

        assertEquals(
                CommonError.FIELDS_INVALID,
                codeOf(() -> house.accounts.setRoles("li-ming", Set.of("clerk"), house.admin(House.YANTAI))));
    }

    @Test
    public void whoChangesTheOwnPasswordKnowsIt() {
        house.open("wang", House.YANTAI, "clerk");

        assertEquals(
                CommonError.FIELDS_INVALID,
                codeOf(() -> house.accounts.changeOwnPassword(
                        "Wrong-Horse-9", "Another-Horse-9", house.by("wang", House.YANTAI))));
        house.accounts.changeOwnPassword(House.PASSWORD, "Another-Horse-9", house.by("wang", House.YANTAI));
        house.signIn.signIn(new Credentials("wang", "Another-Horse-9"), "10.0.0.1", house.at(House.YANTAI));
    }

    @Test
    public void departmentsAreThoseOfTheCentresList() {
        CallContext admin = house.admin(House.HAIYANG);
        Set<String> clerk = Set.of("clerk");

        assertEquals(
                TenancyError.DEPARTMENT_UNKNOWN,
                codeOf(() -> house.accounts.open(
                        new NewAccount("wang", "王", House.PASSWORD, clerk, Set.of("民政"), ""), admin)));
        house.accounts.open(new NewAccount("wang", "王", House.PASSWORD, clerk, Set.of("民政局", "公安局"), ""), admin);
        assertEquals(
                TenancyError.DEPARTMENT_UNKNOWN,
                codeOf(() -> house.accounts.setDepartments("wang", Set.of("民政局", "公安"), admin)));
        assertEquals(Set.of("民政局", "公安局"), house.accounts.find("wang", admin).departments());
        assertEquals(
                Set.of("公安局"),
                house.accounts.setDepartments("wang", Set.of("公安局"), admin).departments());
        assertEquals(
                Set.of(), house.accounts.setDepartments("wang", Set.of(), admin).departments());
        assertEquals(
                Set.of("随便什么"),
                house.accounts
                        .open(
                                new NewAccount("wang", "王", House.PASSWORD, clerk, Set.of("随便什么"), ""),
                                house.admin(House.YANTAI))
                        .departments());
    }

    @Test
    public void whoWorksForADepartmentThatIsRenamedGoesOnServingIt() {
        CallContext admin = house.admin(House.HAIYANG);
        house.accounts.open(new NewAccount("wang", "王", House.PASSWORD, Set.of("clerk"), Set.of("民政局"), ""), admin);
        String token = house.signIn
                .signIn(new Credentials("wang", House.PASSWORD), "10.0.0.1", house.at(House.HAIYANG))
                .token();
        house.departments.rename(House.HAIYANG, "民政局", "社会事务局");

        assertEquals(Set.of("社会事务局"), house.accounts.find("wang", admin).departments());
        assertEquals(
                Set.of("社会事务局"),
                house.accounts.list(PageRequest.of(10, null), admin).items().stream()
                        .flatMap(row -> row.departments().stream())
                        .collect(Collectors.toSet()));
        assertEquals(
                Set.of("民政局", "社会事务局"),
                new AccountAuthenticator(house.signIn, house.departments)
                        .authenticate(new BearerToken(token), house.at(House.HAIYANG))
                        .orElseThrow()
                        .actor()
                        .departments());
        assertEquals(
                Set.of("社会事务局"),
                house.accounts.setDepartments("wang", Set.of("民政局"), admin).departments());
    }

    @Test
    public void otherDepartmentsEndTheSessionsOfStaffAndIsNoApplicants() {
        house.open("wang", House.YANTAI, "clerk");
        String session = house.begin("wang", House.PASSWORD);
        house.accounts.open(
                new NewAccount("li-ming", "李", House.PASSWORD, Set.of("applicant"), Set.of(), "person"),
                house.system(House.YANTAI));

        house.accounts.setDepartments("wang", Set.of("民政局", "公安局"), house.admin(House.YANTAI));

        assertEquals(Optional.empty(), house.present(session));
        assertEquals(
                Set.of("民政局", "公安局"),
                house.present(house.begin("wang", House.PASSWORD))
                        .orElseThrow()
                        .actor()
                        .departments());
        assertEquals(
                CommonError.FIELDS_INVALID,
                codeOf(() -> house.accounts.setDepartments("li-ming", Set.of("民政局"), house.admin(House.YANTAI))));
    }

    @Test
    public void departmentsAreFewAndNamesOfOneLine() {
        house.open("wang", House.YANTAI, "clerk");
        Set<String> many = IntStream.range(0, 21).mapToObj(i -> "部门" + i).collect(Collectors.toSet());

        for (Set<String> names : List.of(many, Set.of("民政局\n公安局"), Set.of(" "), Set.of("长".repeat(101)))) {
            assertEquals(
                    CommonError.FIELDS_INVALID,
                    codeOf(() -> house.accounts.setDepartments("wang", names, house.admin(House.YANTAI))));
        }
        Set<String> longest =
                many.stream().limit(20).map(name -> name + "长".repeat(95)).collect(Collectors.toSet());
        assertEquals(
                longest,
                house.accounts
                        .setDepartments("wang", longest, house.admin(House.YANTAI))
                        .departments());
    }

    @Test
    public void nobodyChangesTheOwnRightsOrState() {
        house.open("security", House.YANTAI, "security-admin");
        CallContext own = house.admin(House.YANTAI);

        for (Runnable attempt : List.<Runnable>of(
                () -> house.accounts.setRoles("security", Set.of("audit-admin"), own),
                () -> house.accounts.setDepartments("security", Set.of("民政局"), own),
                () -> house.accounts.block("security", true, own),
                () -> house.accounts.setPassword("security", "Another-Horse-9", own))) {
            assertEquals(CommonError.NOT_ALLOWED, codeOf(attempt));
        }
        assertEquals(
                Set.of("security-admin"), house.accounts.find("security", own).roles());
    }

    private static ErrorCode codeOf(Runnable action) {
        return assertThrows(ProblemException.class, action::run).code();
    }
}
