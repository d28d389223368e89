package org.yichuang.licences.internal.view;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Properties;
import org.junit.Test;
import org.yichuang.licences.internal.domain.LicenceAct;
import org.yichuang.licences.internal.domain.LicenceAct.Kind;

/** Every ground has its words, also one of which only a later release knows. */
public class ActGroundsTest {
    private static LicenceAct act(Kind kind, String ground) {
        return new LicenceAct(kind, LocalDate.EPOCH, ground, "", "", "", "", "", "");
    }

    @Test
    public void whatOnlyALaterReleaseKnowsIsShownInWords() throws IOException {
        assertEquals("ground.withheld.STATE_SECRET", ActGrounds.key(act(Kind.WITHHELD, "X")));
        assertEquals("ground.withheld.PRIVACY", ActGrounds.key(act(Kind.WITHHELD, "PRIVACY")));
        for (Kind kind :
                new Kind[] {Kind.REVOCATION, Kind.WITHDRAWAL, Kind.CANCELLATION, Kind.NOT_GRANTED, Kind.CHANGE}) {
            assertEquals("ground.unknown", ActGrounds.key(act(kind, "X")));
        }
        assertEquals("ground.revocation.FRAUD", ActGrounds.key(act(Kind.REVOCATION, "FRAUD")));
        assertEquals("ground.not_granted.CHANGE", ActGrounds.key(act(Kind.NOT_GRANTED, "CHANGE")));
        for (String language : new String[] {"", "_en"}) {
            Properties texts = new Properties();
            try (InputStream bundle = ActGrounds.class.getResourceAsStream("../web/texts" + language + ".properties")) {
                texts.load(bundle);
            }
            for (String key :
                    new String[] {"ground.unknown", "ground.withheld.STATE_SECRET", "ground.not_granted.CHANGE"}) {
                assertEquals(key, true, texts.containsKey(key));
            }
        }
    }
}
