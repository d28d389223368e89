package org.yichuang.fees.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.fees.internal.FeeViews.BillSummary;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.fees.internal.persistence.BillRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/**
 * What payers see of their demands: by a link that has a key of its own for each demand, a digest under the platform's
 * key, which nobody finds by guessing; whoever holds it may see the demand, with names masked, and nothing else.
 */
public class Payers {
    /** What was decided and what was paid; the demand itself has the link. */
    private static final Set<String> SHOWN = Set.of("fee-notice", "fee-relief", "fee-receipt", "fee-reversal");

    private final Transactions transactions;
    private final BillRows bills;
    private final PayerLinks links;
    private final DocumentService documents;

    Payers(Transactions transactions, BillRows bills, PayerLinks links, DocumentService documents) {
        this.transactions = transactions;
        this.bills = bills;
        this.links = links;
        this.documents = documents;
    }

    /**
     * A demand with the end of the address of its page.
     *
     * @param key the page's own key
     */
    public record Linked(BillSummary bill, String key) {}

    /** A file. */
    public record Content(String name, byte[] bytes) {}

    /** Returns the demands of a case with their links, in the order of their numbers. */
    @NeedsNoPermission("the module of the case has let in whoever asks")
    public List<Linked> ofCase(String caseNumber, CallContext context) {
        return transactions.read(context, unit -> bills.ofCase(caseNumber, unit)).stream()
                .map(bill -> new Linked(BillSummary.of(bill), key(context.tenant(), bill.id())))
                .toList();
    }

    /** The key of a demand's page. */
    public String key(TenantId tenant, String number) {
        return links.key(tenant, number);
    }

    /**
     * Returns a demand to whoever holds its link.
     *
     * @throws ProblemException {@code bill-unknown}, also for a wrong key
     */
    @NeedsNoPermission("who holds the link of a demand may see it")
    public BillView find(String number, String key, CallContext context) {
        byte[] right = key(context.tenant(), number).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(right, key.getBytes(StandardCharsets.US_ASCII))) {
            throw BillWork.unknown(number);
        }
        return BillView.of(transactions
                .read(context, unit -> bills.find(number, unit))
                .orElseThrow(() -> BillWork.unknown(number)));
    }

    /** Returns its papers, in the order of their issue. */
    @NeedsNoPermission("who holds the link of a demand may see its papers")
    public List<DocumentView> papers(String number, String key, CallContext context) {
        find(number, key, context);
        return documents.of(BillRows.TYPE, number, context).stream()
                .filter(paper -> SHOWN.contains(paper.kind()))
                .toList();
    }

    /**
     * Returns the file of a paper.
     *
     * @throws ProblemException {@code bill-unknown}; {@code document-unknown}; {@code document-pending} while it is
     *     being made
     */
    @NeedsNoPermission("who holds the link of a demand may have its papers")
    public Content paper(String number, String key, String paper, CallContext context) {
        DocumentView view = papers(number, key, context).stream()
                .filter(each -> each.id().equals(paper))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(DocumentError.DOCUMENT_UNKNOWN));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            documents.write(view.id(), BillRows.TYPE, number, bytes, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Content(view.number() + ".pdf", bytes.toByteArray());
    }
}
