package org.yichuang.licences.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.Test;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.domain.LicenceAct;
import org.yichuang.licences.internal.domain.RegisterLetter;
import org.yichuang.licences.internal.domain.RegisterLetter.Standing;
import org.yichuang.licences.internal.persistence.Json;

/** Letters between registers of different releases. */
public class RegisterLetterTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final LicenceAct SECRET = act(LicenceAct.Kind.WITHHELD, "STATE_SECRET");
    private static final LicenceAct REVOKED = act(LicenceAct.Kind.REVOCATION, "FRAUD");
    private static final LicenceAct DISCLOSED = act(LicenceAct.Kind.DISCLOSED, "");

    private static LicenceAct act(LicenceAct.Kind kind, String ground) {
        return new LicenceAct(kind, DAY, ground, "", "", "", "", "", "");
    }

    private static RegisterLetter letter(LicenceAct... acts) {
        return RegisterLetter.about(RegisterLetter.Type.STANDING, "C1", "Y1", 0)
                .with(new Standing(LicenceState.REVOKED, null, "", false, List.of(acts)));
    }

    private static RegisterLetter read(String text) {
        return Json.read(text, RegisterLetter.class).arrived();
    }

    @Test
    public void anEarlierReleaseIsToldWhatItKnowsAndALaterOneAll() {
        RegisterLetter whole = letter(SECRET, REVOKED, DISCLOSED);
        RegisterLetter leaving = whole.leaving();
        assertEquals(List.of(REVOKED), leaving.standing().acts());
        assertTrue(leaving.isComplete());
        assertEquals(whole, read(Json.write(leaving)));
        assertEquals(whole.leaving(), whole.leaving().leaving());

        RegisterLetter usual = letter(REVOKED);
        assertFalse(Json.write(usual.leaving()).contains("all"));
        assertEquals(usual, read(Json.write(usual.leaving())));
    }

    @Test
    public void whatOnlyALaterReleaseKnowsHidesNothingElse() {
        String text = Json.write(letter(SECRET, REVOKED)).replace("WITHHELD", "SOMETHING_OF_NEXT_YEAR");
        RegisterLetter letter = read(text);
        assertTrue(letter.isComplete());
        assertEquals(LicenceState.REVOKED, letter.standing().state());
        assertEquals(
                List.of(act(LicenceAct.Kind.OTHER, ""), REVOKED),
                letter.standing().acts());
    }
}
