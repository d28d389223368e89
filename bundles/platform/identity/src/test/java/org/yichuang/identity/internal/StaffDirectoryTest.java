package org.yichuang.identity.internal;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.identity.api.Accounts.NewAccount;

/** Who is told of what concerns a department: those who work for it and may do something about it. */
public class StaffDirectoryTest {
    private House house;

    @Before
    public void openAccounts() throws Exception {
        house = new House();
        open("cashier-1", "cashier", "民政局");
        open("cashier-2", "cashier", "公安局");
        open("cashier-3", "cashier", "公安局", "民政局");
        open("reviewer", "reviewer", "民政局");
        open("everywhere", "cashier");
    }

    private void open(String account, String role, String... departments) {
        house.accounts.open(
                new NewAccount(account, account, House.PASSWORD, Set.of(role), Set.of(departments), ""),
                house.system(House.HAIYANG));
    }

    @Test
    public void whoWorksForADepartmentAndMayDoSomethingIsTold() {
        assertEquals(List.of("cashier-1", "cashier-3"), of("民政局"));
        assertEquals(List.of("cashier-2", "cashier-3"), of("公安局"));
        assertEquals("a part of a name is none", List.of(), of("民政"));
        assertEquals("no sign stands for anything", List.of(), of("民%"));
        assertEquals(List.of("cashier-2", "cashier-3", "cashier-1"), of("公安局", "民政局"));
    }

    @Test
    public void whatAnAccountMayDoIsKnownOfThoseOfTheCentre() {
        DefaultStaffDirectory staff = new DefaultStaffDirectory(house.entities, house.identity);
        assertEquals(
                List.of(true, false, false),
                house.transactions.read(
                        house.system(House.HAIYANG),
                        unit -> List.of(
                                staff.isPermitted("cashier-1", "fees.charge", unit),
                                staff.isPermitted("reviewer", "fees.charge", unit),
                                staff.isPermitted("nobody", "fees.charge", unit))));
    }

    /** However many accounts of a department come before them that are told nothing. */
    @Test
    public void whoIsToldNothingTakesNobodysPlace() {
        for (int i = 10; i < 65; i++) {
            open("a" + i, "reviewer", "民政局");
        }
        assertEquals(List.of("cashier-1", "cashier-3"), of("民政局"));
    }

    private List<String> of(String... departments) {
        DefaultStaffDirectory staff = new DefaultStaffDirectory(house.entities, house.identity);
        return house.transactions.read(
                house.system(House.HAIYANG), unit -> staff.of(Set.of(departments), "fees.charge", unit));
    }
}
