package org.yichuang.cases.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.StoredFile;
import org.yichuang.cases.internal.domain.StoredFile.About;
import org.yichuang.cases.internal.packages.WholeCases;
import org.yichuang.documents.api.FileState;
import org.yichuang.documents.api.FileStore;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

/** Reads whole cases for packages. */
class WholeCaseReads implements WholeCases {
    private final Transactions transactions;
    private final CaseRepositories store;
    private final CaseLedger ledger;
    private final FileStore files;
    private final FileContents contents;

    WholeCaseReads(Transactions transactions, CaseRepositories store, CaseLedger ledger, FileStore files) {
        this.transactions = transactions;
        this.store = store;
        this.ledger = ledger;
        this.files = files;
        this.contents = new FileContents(files);
    }

    @Override
    public Set<String> hidden(String number, CallContext context) {
        return Visibility.of(context.actor())
                .hidden(transactions.read(context, unit -> seen(number, unit)).submission());
    }

    @Override
    public Whole read(String number, CallContext context) {
        Whole whole = transactions.read(context, unit -> {
            CaseFile file = seen(number, unit);
            List<String> ids = file.submission().materials().stream()
                    .map(MaterialView::file)
                    .filter(Objects::nonNull)
                    .toList();
            return new Whole(
                    ledger.view(file, Visibility.WHOLE, context),
                    file.submission().remark(),
                    file.chain(),
                    store.files(unit).about(ids));
        });
        Set<String> contents = whole.files().stream().map(About::sha256).collect(Collectors.toSet());
        files.states(contents, context).values().forEach(FileState::require);
        return whole;
    }

    private CaseFile seen(String number, UnitOfWork unit) {
        return Access.seen(store.cases(unit).get(number), unit.context());
    }

    @Override
    public void write(String file, OutputStream to, CallContext context) throws IOException {
        StoredFile stored = transactions.read(
                context,
                unit -> store.files(unit).find(file).orElseThrow(() -> ProblemException.of(CommonError.NOT_FOUND)));
        contents.write(stored, to, context);
    }
}
