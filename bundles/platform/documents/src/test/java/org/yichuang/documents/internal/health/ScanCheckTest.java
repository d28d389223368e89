package org.yichuang.documents.internal.health;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.Hashtable;
import java.util.Map;
import org.apache.felix.hc.api.Result;
import org.junit.Test;
import org.yichuang.documents.internal.scan.FileScans;
import org.yichuang.documents.internal.scan.ScanSettings;
import org.yichuang.documents.internal.scan.ScannerRegistry;
import org.yichuang.documents.internal.scan.StubScanner;
import org.yichuang.documents.internal.scan.UnscannedFiles;
import org.yichuang.journal.api.Transactions;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;
import org.yichuang.testing.HealthCheckContract;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.TestClock;
import org.yichuang.testing.centres.TestCentres;

/** The look at the scanner and at what it has not looked at keeps the contract of checks. */
public class ScanCheckTest extends HealthCheckContract {
    private final TestCentres province = new TestCentres();

    @Override
    protected ModuleTransactions open() {
        return ModuleTransactions.open("documents");
    }

    @Override
    protected ModuleCheck check(Transactions transactions) {
        return check(transactions, StubScanner.chosen());
    }

    private ModuleCheck check(Transactions transactions, ScannerRegistry scanners) {
        TestClock clock = new TestClock();
        FileScans scans = new FileScans(null, transactions, null, scanners, clock, clock);
        return new ScanCheck(scanners, new UnscannedFiles(scans, transactions, province));
    }

    @Override
    protected void makeTrouble() {
        add("INFECTED");
    }

    private void add(String state) {
        world.sql("INSERT INTO DOCUMENTS_FILE (TENANT, FILE_ID, SHA256, FILE_SIZE, STORED_SHA256, DATA_KEY, KEY_NAME,"
                + " KEPT_MICROS, AWAITED_MICROS, USES, USES_SUM, CHAIN_SEQUENCE, CHAIN_HASH, SCAN_STATE) VALUES ('"
                + HAIYANG + "', 'f1', 's', 1, 's', 'k', 'k', 0, 0, 0, 's', 1, 'h', '" + state + "')");
    }

    @Test
    public void aScannerThatIsAwayIsAFailureThatSaysHowManyWait() {
        add("NEW");
        ScanSettings settings = new ScanSettings(null);
        settings.updated(new Hashtable<>(Map.of("scan.by", "another")));

        Result found = check(world, new ScannerRegistry(settings)).execute();

        assertEquals(Result.Status.CRITICAL, found.getStatus());
        assertEquals(
                "查毒程序 another 没有应答；1 个文件等待检查，检查前不提供",
                ((Finding) found.iterator().next()).message().zh());
    }
}
