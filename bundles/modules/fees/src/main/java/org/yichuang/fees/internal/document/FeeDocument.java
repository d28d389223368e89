package org.yichuang.fees.internal.document;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.documents.api.DocumentLayout;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.WrittenTemplate;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.internal.domain.Bill;
import org.yichuang.fees.internal.domain.BillLine;
import org.yichuang.fees.internal.domain.Now;
import org.yichuang.fees.internal.domain.Receipt;
import org.yichuang.fees.internal.domain.Relief;
import org.yichuang.fees.internal.persistence.BillRows;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Money;
import org.yichuang.kernel.api.fee.PayerKind;

/** The papers of a demand: itself, what was decided of relief, the receipt, and what reverses that. */
public enum FeeDocument implements WrittenTemplate {
    NOTICE("number", "lines", "total", "code", "due"),
    RELIEF("number", "kind", "minutes", "net"),
    RECEIPT("number", "receiptCode", "receiptNumber", "check", "total"),
    REVERSAL("number", "receiptCode", "receiptNumber", "reversed", "refunded"),
    CORRECTION("number", "receiptCode", "receiptNumber", "reversed", "total");

    private final Set<String> required;

    FeeDocument(String... required) {
        this.required = Set.of(required);
    }

    /**
     * Asks for it.
     *
     * @param link where the payer finds the demand
     */
    public DocumentService.Request request(Bill bill, String link, Now now) {
        Map<String, String> facts = new HashMap<>();
        boolean isPerson = bill.held().payerKind() == PayerKind.PERSON;
        facts.put("you", words(isPerson ? "you.person" : "you.unit"));
        facts.put("payer", bill.held().payer());
        facts.put("number", bill.id());
        facts.put("case", bill.caseNumber());
        facts.put("item", bill.itemName());
        facts.put("code", bill.code());
        facts.put("link", link);
        facts.put("due", day(bill.dueOn()));
        facts.put("total", yuan(bill.leftFen()));
        facts.put("net", yuan(bill.net()));
        facts.put("relieved", yuan(bill.relief()));
        facts.put("refunded", yuan(bill.refundedFen()));
        facts.put("today", day(this == RECEIPT ? bill.paidOn() : now.today()));
        facts.put("lines", lines(bill));
        relief(bill.held().relief(), facts);
        receipts(bill.held().receipt(), bill.held().reversal(), facts);
        facts.keySet().retainAll(facts());
        return new DocumentService.Request(
                module(),
                kind(),
                BillRows.TYPE,
                bill.id(),
                now.centre().name(),
                bill.held().payer(),
                facts);
    }

    private static void relief(Relief asked, Map<String, String> facts) {
        facts.put("kind", asked == null ? "" : asked.kind().label().zh());
        facts.put("minutes", asked == null ? "" : asked.number());
        facts.put("decidedOn", asked == null ? "" : day(asked.decidedOn()));
        facts.put("words", asked == null ? "" : asked.words());
    }

    private void receipts(Receipt receipt, Receipt reversal, Map<String, String> facts) {
        Receipt told = this == REVERSAL || this == CORRECTION ? reversal : receipt;
        facts.put("receiptCode", told == null ? "" : told.code());
        facts.put("receiptNumber", told == null ? "" : told.number());
        facts.put("check", told == null ? "" : told.check());
        facts.put("reversed", receipt == null ? "" : receipt.number());
    }

    /** Where it is owed to several units, each of them with what it is owed (一次性收费). */
    private static String lines(Bill bill) {
        String lines = bill.held().lines().stream().map(FeeDocument::line).collect(Collectors.joining("；"));
        Map<String, Long> units = bill.units();
        return units.size() == 1
                ? lines
                : lines + "；"
                        + units.entrySet().stream()
                                .map(unit -> words("of-unit", unit.getKey(), yuan(unit.getValue())))
                                .collect(Collectors.joining("；"));
    }

    private static String line(BillLine line) {
        String measure = line.quantity() == null
                ? ""
                : words("measure", line.quantity().stripTrailingZeros().toPlainString(), line.measure());
        return words("line", line.name(), measure, yuan(line.left()), line.unit());
    }

    private static String yuan(long fen) {
        return new Money(fen).yuan();
    }

    private static String day(LocalDate day) {
        return words("day", Integer.toString(day.getYear()), day.getMonthValue(), day.getDayOfMonth());
    }

    private static String words(String key, Object... arguments) {
        return LocalizedMessage.of(FeeDocument.class, key, arguments).zh();
    }

    @Override
    public String module() {
        return FeeEvent.MODULE;
    }

    @Override
    public String kind() {
        return "fee-" + name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int version() {
        return this == NOTICE ? 2 : 1;
    }

    @Override
    public String title() {
        return words("title." + kind());
    }

    @Override
    public String mark() {
        return words("mark." + kind());
    }

    @Override
    public DocumentLayout layout() {
        return DocumentLayout.OFFICIAL;
    }

    @Override
    public boolean isSealed() {
        return true;
    }

    @Override
    public Set<String> required() {
        return required;
    }

    @Override
    public String factName(String fact) {
        return words("fact." + fact);
    }
}
