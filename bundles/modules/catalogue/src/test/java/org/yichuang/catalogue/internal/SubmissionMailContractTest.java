package org.yichuang.catalogue.internal;

import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yichuang.catalogue.internal.SubmissionDrafts.NewSubmission;
import org.yichuang.catalogue.internal.domain.CatalogueItem;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.domain.TreeItem;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.catalogue.internal.persistence.OpinionRows;
import org.yichuang.catalogue.internal.persistence.SubmissionRows;
import org.yichuang.journal.api.LinkedModule;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.LinkedModuleContract;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.TestEpochs;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestDepartments;
import org.yichuang.testing.centres.TestModules;

/** Drafts that travel keep the contract. */
public class SubmissionMailContractTest extends LinkedModuleContract {
    private final TestCentres network = new TestCentres();
    private SubmissionDesk desk;

    @Override
    protected ModuleTransactions open() {
        ModuleTransactions opened = ModuleTransactions.open("catalogue", "documents");
        desk = new SubmissionDesk(new SubmissionRows(opened.persistenceUnit()), new Items(opened.persistenceUnit()));
        return opened;
    }

    @Override
    protected LinkedModule module() {
        return new SubmissionMail(network, desk, new SubmissionReminders(network, desk, new TestEpochs()));
    }

    @Override
    protected void send() {
        world.write(call(HAIYANG), NewSubmission.class, unit -> {
            CatalogueItem item = new CatalogueItem(TreeItem.whole().code());
            CatalogueVersion draft = new CatalogueVersion(item.startDraft(), TreeItem.whole());
            desk.items().add(item, unit);
            desk.items().add(draft, unit);
            new ItemActs(desk.items(), unit, Map.of()).note(item, "draft", draft);
            return null;
        });
        DraftOpinions opinions =
                new DraftOpinions(world, network, desk.items(), new OpinionRows(world.persistenceUnit()));
        DisclosedFields fields = new DisclosedFields(new ArrayList<>(), world, network, new TestModules());
        PublishedVersions offers = new PublishedVersions(world, network, desk.items());
        CatalogueDepartments departments = new CatalogueDepartments(
                new TestDepartments(Map.of()),
                network,
                world,
                desk.items(),
                new PublishedCatalogue(world, network, desk.items(), offers));
        PublicationGate gate = new PublicationGate(world, network, desk.items(), offers, departments);
        new SubmissionDrafts(world, network, desk, opinions, fields, gate)
                .send(new NewSubmission("清单", List.of(TreeItem.whole().code())), call(HAIYANG));
    }

    @Override
    protected List<String> rows() {
        return world.texts(
                "SELECT TENANT || ' ' || STATE || ' ' || COALESCE(TROUBLE, '') FROM CATALOGUE_SUBMISSION ORDER BY 1");
    }

    @Override
    protected CallContext call(TenantId tenant) {
        return CallContext.system(tenant, network.now(), "post");
    }
}
