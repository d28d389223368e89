package org.yichuang.linkage.internal.web;

import static org.junit.Assert.assertEquals;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.linkage.api.CentreKeys.PublicKeyView;
import org.yichuang.linkage.api.CentreWays.CentreWay;
import org.yichuang.linkage.api.SignatureAlgorithm;
import org.yichuang.linkage.internal.TransportCertificates.Certificate;
import org.yichuang.linkage.internal.domain.Signatures;
import org.yichuang.linkage.internal.domain.Signatures.SigningKey;
import org.yichuang.linkage.internal.view.CertificateRow;
import org.yichuang.linkage.internal.view.KeyRow;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Ui;
import org.yichuang.shell.testing.Wired;

/** What operators see of ways, keys and certificates, in each of their states. */
public class CentresPageTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(1));
    private static final Instant LATER = NOW.plus(Duration.ofDays(1));

    private final SigningKey signing = Signatures.generate(SignatureAlgorithm.ED25519);
    /** By their captions. */
    private final List<Table> tables = new ArrayList<>();

    private final Ui ui = Wired.only(
            Ui.class,
            Map.of(
                    "t", said -> said[0],
                    "moment", said -> said[0].toString(),
                    "text", said -> content(said[0]),
                    "badge", said -> content(said[0] + " " + said[1]),
                    "table",
                            said -> {
                                tables.add((Table) said[0]);
                                return content("");
                            }));

    @Test
    public void aKeyThatWasRevokedIsNeverOneInUse() {
        page(
                List.of(
                        key("signs", BEFORE, null, null),
                        key("ahead", LATER, null, null),
                        key("retired", BEFORE, NOW, null),
                        key("revoked", BEFORE, null, NOW),
                        key("both", BEFORE, BEFORE, NOW)),
                List.of(key("theirs", null, null, null), key("ends", BEFORE, LATER, null)),
                List.of());

        assertEquals(
                List.of(
                        "signs|DONE centres.signs",
                        "ahead|CARE centres.ahead",
                        "retired|INFO centres.retired " + NOW,
                        "revoked|WRONG centres.revoked " + NOW,
                        "both|WRONG centres.revoked " + NOW),
                rows("centres.keys"));
        assertEquals(
                List.of("theirs|DONE centres.signs", "ends|INFO centres.signs " + LATER), rows("centres.believed"));
    }

    @Test
    public void certificatesAreSeenBeforeTheyEnd() {
        Instant far = NOW.plus(Duration.ofDays(300));
        page(
                List.of(),
                List.of(),
                List.of(new Certificate("own", far), new Certificate("soon", LATER), new Certificate("over", NOW)));

        assertEquals(
                List.of(
                        "own|DONE centres.in-force " + far,
                        "soon|CARE centres.ends-soon " + LATER,
                        "over|WRONG centres.ended " + NOW),
                rows("centres.certificates"));
    }

    @Test
    public void aWayIsOpenOrShutOrNone() {
        page(List.of(), List.of(), List.of());

        assertEquals(
                List.of(
                        "haiyang|DONE centres.open",
                        "laishan|WRONG centres.shut centres.probe " + LATER,
                        "nowhere|WRONG centres.unknown"),
                rows("centres.title"));
    }

    private void page(List<PublicKeyView> own, List<PublicKeyView> others, List<Certificate> certificates) {
        List<CentreWay> ways = List.of(
                new CentreWay("haiyang", "local", 0, null, 0, null),
                new CentreWay("laishan", "https://laishan/exchange", 3, BEFORE, 0, LATER),
                new CentreWay("nowhere", "", 1, BEFORE, 0, null));
        Content page = ExchangePages.TEMPLATES.centres(
                ui,
                List.of(),
                ways,
                own.stream().map(key -> KeyRow.of(key, NOW)).toList(),
                others.stream().map(key -> KeyRow.of(key, NOW)).toList(),
                certificates.stream().map(each -> CertificateRow.of(each, NOW)).toList(),
                centre -> centre);
        words(page);
    }

    /** The first and the last cell of each row. */
    private List<String> rows(String caption) {
        return tables.stream()
                .filter(table -> table.caption().equals(caption))
                .flatMap(table -> table.rows().stream())
                .map(row -> words(row.cells().get(0)) + "|"
                        + words(row.cells().get(row.cells().size() - 1)))
                .toList();
    }

    private PublicKeyView key(String id, Instant from, Instant until, Instant revoked) {
        return new PublicKeyView("yantai", id, signing.publicKey(), from, until, revoked);
    }

    private static Content content(Object words) {
        return out -> out.writeContent(String.valueOf(words));
    }

    private static String words(Content content) {
        StringOutput out = new StringOutput();
        content.writeTo(new OwaspHtmlTemplateOutput(out));
        return out.toString().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
    }
}
