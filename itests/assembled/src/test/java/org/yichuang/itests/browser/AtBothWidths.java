package org.yichuang.itests.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.After;
import org.junit.Assert;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** What people do at a desk and what they do on a phone; whatever was wrong with a page is told at the end. */
@RunWith(Parameterized.class)
public abstract class AtBothWidths {
    /** An identity number that was never given out and whose check digit is right. */
    static final String IDENTITY = "370613198501010018";

    private static final int PHONE = 375;
    private static final int DESK = 1280;
    /** Whether all is played at length, which takes longer than a build should; {@code bench/drills} asks for it. */
    static final boolean IS_DRILL = Boolean.getBoolean("yichuang.test.drill");

    private final List<Person> people = new ArrayList<>();

    /** The width of all browsers of the test, in pixels. */
    @Parameter
    public int width;

    @Parameters(name = "{0} px")
    public static Object[] widths() {
        return new Object[] {DESK, PHONE};
    }

    /** What those who work at a desk do: on a phone as well when all is played at length. */
    static Object[] ofStaff() {
        return IS_DRILL ? widths() : new Object[] {DESK};
    }

    /** One of two values, so that both runs can be told apart in what they leave behind. */
    <T> T either(T atTheDesk, T onThePhone) {
        return width == PHONE ? onThePhone : atTheDesk;
    }

    /** Somebody of the demonstration who has signed in. */
    Person named(String account, String tenant) throws IOException {
        Person person = Person.named(account, tenant, PagesIT.platform().base(), accounts(), width);
        people.add(person);
        return person;
    }

    /** Somebody who has not. */
    Person stranger() {
        Person person = Person.stranger(PagesIT.platform().base(), width);
        people.add(person);
        return person;
    }

    static Path accounts() {
        return PagesIT.platform().home().resolve("demo-accounts.csv");
    }

    @After
    public void nothingWasWrongWithThePages() {
        try {
            Assert.assertEquals("", Person.complaintsOf(people.toArray(Person[]::new)));
        } finally {
            people.forEach(Person::close);
        }
    }
}
