package org.yichuang.cases.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.StoredFile;
import org.yichuang.cases.internal.domain.StoredFile.About;
import org.yichuang.cases.internal.packages.WholeCases;
import org.yichuang.documents.api.DocumentError;
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
    private final CaseDocuments documents;

    WholeCaseReads(
            Transactions transactions,
            CaseRepositories store,
            CaseLedger ledger,
            FileStore files,
            CaseDocuments documents) {
        this.transactions = transactions;
        this.store = store;
        this.ledger = ledger;
        this.files = files;
        this.documents = documents;
        this.contents = new FileContents(files);
    }

    @Override
    public Set<String> hidden(String number, CallContext context) {
        return Visibility.of(context.actor())
                .hidden(transactions.read(context, unit -> seen(number, unit)).submission());
    }

    @Override
    public Whole read(String number, CallContext context) {
        Read read = transactions.read(context, unit -> {
            CaseFile file = seen(number, unit);
            List<String> ids = file.submission().materials().stream()
                    .map(MaterialView::file)
                    .filter(Objects::nonNull)
                    .toList();
            CaseView view = ledger.view(file, Visibility.WHOLE, context);
            return new Read(file, view, store.files(unit).about(ids));
        });
        CaseFile file = read.file();
        return new Whole(
                read.view(),
                file.submission().remark(),
                file.chain(),
                read.files(),
                withheld(read.files(), context),
                documents.decisionAbove(file, context).map(document -> above(document, file, context)));
    }

    /** What one transaction has read. */
    private record Read(CaseFile file, CaseView view, List<About> files) {}

    /** Which files are never given out; one that is not given out yet is waited for. */
    private Set<String> withheld(List<About> about, CallContext context) {
        Map<String, FileState> states =
                files.states(about.stream().map(About::sha256).collect(Collectors.toSet()), context);
        states.values().stream().filter(state -> state != FileState.INFECTED).forEach(FileState::require);
        return about.stream()
                .filter(file -> states.get(file.sha256()) == FileState.INFECTED)
                .map(About::id)
                .collect(Collectors.toSet());
    }

    private DecisionAbove above(CaseDocument document, CaseFile file, CallContext context) {
        if (document.state() == CaseDocument.State.PENDING) {
            throw ProblemException.of(DocumentError.DOCUMENT_PENDING);
        }
        DecisionFile itsFile = new DecisionFile(
                document.sha256(),
                document.state() == CaseDocument.State.READY,
                to -> documents.write(document, file, to, context));
        return new DecisionAbove(
                document.number(),
                document.title(),
                document.centre(),
                document.code(),
                document.verification(),
                document.issuedAt(),
                document.state() == CaseDocument.State.ELSEWHERE ? Optional.empty() : Optional.of(itsFile));
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
