package org.yichuang.linkage.internal.health;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.felix.hc.api.Result;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.linkage.api.CentreKeys;
import org.yichuang.linkage.api.CentreKeys.PublicKeyView;
import org.yichuang.linkage.api.SignatureAlgorithm;
import org.yichuang.linkage.internal.DefaultTrustedKeys;
import org.yichuang.linkage.internal.ExportedKeys;
import org.yichuang.linkage.internal.MemoryJournal;
import org.yichuang.linkage.internal.TrustFile;
import org.yichuang.linkage.internal.Whereabouts;
import org.yichuang.linkage.internal.domain.Signatures;
import org.yichuang.shell.testing.Wired;
import org.yichuang.testing.centres.TestCentres;

/** A container that is new signs what nobody elsewhere believes: somebody is told. */
public class KeyCheckTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final TestCentres network = new TestCentres();
    private final MemoryJournal journal = new MemoryJournal(network.clock());
    private final List<PublicKeyView> keys = new ArrayList<>();
    private DefaultTrustedKeys trusted;
    private KeyCheck check;

    @Before
    public void begin() {
        TrustFile file = new TrustFile(folder.getRoot() + "/trust.json");
        Whereabouts whereabouts = new Whereabouts(network, file);
        trusted = new DefaultTrustedKeys(file, whereabouts, journal);
        CentreKeys known = Wired.only(
                CentreKeys.class,
                Map.of(
                        "keys",
                        args -> ((CallContext) args[0]).tenant().equals(HAIYANG) ? List.copyOf(keys) : List.of()));
        check = new KeyCheck(network, whereabouts, known, new ExportedKeys(journal));
        keys.add(key("k1"));
    }

    @Test
    public void aKeyThatNobodyElsewhereHasSeenIsNamedUntilItIsExported() {
        assertEquals("nobody lives elsewhere", Result.Status.OK, found());
        network.policy(YANTAI, "exchange.transport", "jms:queue:yichuang.{receiver}");
        assertEquals(Result.Status.WARN, found());

        trusted.exported(keys, CallContext.system(HAIYANG, network.now(), "test"));
        assertEquals(Result.Status.OK, found());

        keys.add(key("k2")); // of another container, or a new one
        assertEquals(Result.Status.WARN, found());
        assertEquals("asking notes nothing", Result.Status.WARN, found());
    }

    @Test
    public void aKeyThatIsOverConcernsNobody() {
        network.policy(YANTAI, "exchange.transport", "jms:queue:yichuang.{receiver}");
        PublicKeyView old = keys.remove(0);
        keys.add(new PublicKeyView("haiyang", "k1", old.publicKey(), old.from(), network.now(), null));
        keys.add(new PublicKeyView("haiyang", "k0", old.publicKey(), old.from(), null, network.now()));

        assertEquals(Result.Status.OK, found());
    }

    private PublicKeyView key(String id) {
        String text = Signatures.generate(SignatureAlgorithm.ED25519).publicKey();
        return new PublicKeyView("haiyang", id, text, network.now(), null, null);
    }

    private Result.Status found() {
        return check.execute().getStatus();
    }
}
