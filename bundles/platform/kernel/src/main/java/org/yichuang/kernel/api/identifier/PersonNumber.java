package org.yichuang.kernel.api.identifier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yichuang.kernel.api.LocalizedMessage;

/** What citizen numbers and residence permits share: 17 digits with a birth date, and ISO 7064 MOD 11-2 (R4-08). */
final class PersonNumber {
    private static final Pattern FORM = Pattern.compile("\\d{17}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1850, 1, 1);
    private static final int BIRTH_FROM = 6;

    private PersonNumber() {}

    static boolean hasForm(String number) {
        return FORM.matcher(number).matches();
    }

    /** Examines a number that has the form. */
    static Check check(String number, LocalDate today) {
        Optional<LocalDate> birth = birthDate(number);
        if (birth.isEmpty() || birth.get().isBefore(EARLIEST_BIRTH)) {
            return Check.invalid(
                    number, LocalizedMessage.of(PersonNumber.class, "person-number.places-7-14-number-not"));
        }
        if (birth.get().isAfter(today)) {
            return Check.invalid(
                    number, LocalizedMessage.of(PersonNumber.class, "person-number.date-birth-number-lies-future"));
        }
        if (number.charAt(WEIGHTS.length) != checkCharacter(number)) {
            return Check.invalid(
                    number, LocalizedMessage.of(PersonNumber.class, "person-number.check-character-number-does-not"));
        }
        return Check.valid(number);
    }

    static char checkCharacter(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }

    private static Optional<LocalDate> birthDate(String number) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(number, BIRTH_FROM, BIRTH_FROM + 4, 10),
                    Integer.parseInt(number, BIRTH_FROM + 4, BIRTH_FROM + 6, 10),
                    Integer.parseInt(number, BIRTH_FROM + 6, BIRTH_FROM + 8, 10)));
        } catch (DateTimeException e) {
            // LocalDate has no other way to say that 29 February 1990 never was
            return Optional.empty();
        }
    }
}
