package org.yichuang.sockets.internal;

import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.List;
import org.yichuang.journal.api.LinkedModule;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.LinkedModuleContract;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;

/** Marks that travel keep the contract. */
public class MarkMailTest extends LinkedModuleContract {
    @Override
    protected ModuleTransactions open() {
        return ModuleTransactions.open("sockets");
    }

    @Override
    protected LinkedModule module() {
        return new MarkMail(new MarkRows(world.persistenceUnit()));
    }

    @Override
    protected void send() {
        world.write(call(HAIYANG), Void.class, unit -> {
            unit.send(new OutgoingMessage("m1", MarkMail.TOPIC, "yantai", "m1", 1, MarkRows.MARKED, "a subject"));
            return null;
        });
    }

    @Override
    protected List<String> rows() {
        return world.texts("SELECT TENANT || ' ' || KIND || ' ' || SUBJECT FROM SOCKETS_MARK ORDER BY 1");
    }

    @Override
    protected CallContext call(TenantId tenant) {
        return TestCentres.calling(tenant);
    }
}
