package org.yichuang.fees.internal;

import org.yichuang.documents.api.DocumentService;
import org.yichuang.fees.internal.document.FeeDocument;
import org.yichuang.fees.internal.domain.Bill;
import org.yichuang.fees.internal.domain.Now;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;

/** The papers of demands: each step that makes one has it in its own transaction. */
class BillPapers {
    private final DocumentService documents;
    private final PayerLinks links;

    BillPapers(DocumentService documents, PayerLinks links) {
        this.documents = documents;
        this.links = links;
    }

    /** The demand itself, in the place of one that it changes. */
    void demanded(Bill bill, Now now, UnitOfWork unit) {
        revoke(bill, FeeDocument.NOTICE, "paper.changed", unit);
        issue(bill, FeeDocument.NOTICE, now, unit);
    }

    /** What was decided of relief; whoever is exempt has nothing to pay by the demand. */
    void relieved(Bill bill, Now now, UnitOfWork unit) {
        issue(bill, FeeDocument.RELIEF, now, unit);
        if (bill.net() == 0) {
            revoke(bill, FeeDocument.NOTICE, "paper.exempt", unit);
        } else {
            demanded(bill, now, unit);
        }
    }

    /** The receipt. */
    void paid(Bill bill, Now now, UnitOfWork unit) {
        issue(bill, FeeDocument.RECEIPT, now, unit);
    }

    /** Nothing is demanded any more. */
    void voided(Bill bill, UnitOfWork unit) {
        revoke(bill, FeeDocument.NOTICE, "paper.void", unit);
    }

    /** The receipt is reversed, as nobody has paid. */
    void corrected(Bill bill, Now now, UnitOfWork unit) {
        revoke(bill, FeeDocument.RECEIPT, "paper.corrected", unit);
        issue(bill, FeeDocument.CORRECTION, now, unit);
    }

    /** The receipt is reversed; there is another one over what is left. */
    void reversed(Bill bill, Now now, UnitOfWork unit) {
        revoke(bill, FeeDocument.RECEIPT, "paper.reversed", unit);
        issue(bill, FeeDocument.REVERSAL, now, unit);
    }

    private void issue(Bill bill, FeeDocument kind, Now now, UnitOfWork unit) {
        String paper = documents
                .issue(kind.request(bill, links.address(now.centre(), bill.id()), now), unit)
                .id();
        bill.papered(kind.kind(), paper);
    }

    private void revoke(Bill bill, FeeDocument kind, String reason, UnitOfWork unit) {
        String paper = bill.held().papers().get(kind.kind());
        if (paper != null) {
            documents.revoke(
                    paper, LocalizedMessage.of(BillPapers.class, reason).zh(), unit);
            bill.papered(kind.kind(), null);
        }
    }
}
