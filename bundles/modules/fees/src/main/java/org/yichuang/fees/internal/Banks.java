package org.yichuang.fees.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.documents.api.SpreadsheetReader;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.internal.FeeCommands.Bring;
import org.yichuang.fees.internal.FeeCommands.CallBack;
import org.yichuang.fees.internal.FeeCommands.Key;
import org.yichuang.fees.internal.FeeCommands.Register;
import org.yichuang.fees.internal.FeeViews.PaymentView;
import org.yichuang.fees.internal.SettlementViews.BankView;
import org.yichuang.fees.internal.SettlementViews.StatementView;
import org.yichuang.fees.internal.domain.Bank;
import org.yichuang.fees.internal.domain.BankContent;
import org.yichuang.fees.internal.persistence.BankRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/** Banks that take payments, and the treasury: what they say themselves, signed, and by files of their own forms. */
public class Banks {
    private static final String ROLE = "bank";

    private final Transactions transactions;
    private final BankRows rows;
    private final Payments payments;
    private final Statements statements;
    private final SpreadsheetReader reader;
    private final Clocked clocked;

    Banks(
            Transactions transactions,
            BankRows rows,
            Payments payments,
            Statements statements,
            SpreadsheetReader reader,
            Clocked clocked) {
        this.transactions = transactions;
        this.rows = rows;
        this.payments = payments;
        this.statements = statements;
        this.reader = reader;
        this.clocked = clocked;
    }

    /**
     * Says what is to be known of a bank or of the treasury, which holds when another person has confirmed it.
     *
     * @throws ProblemException {@code fields-invalid}, {@code changed-meanwhile}
     */
    @RequiresPermission(FeePermission.EDIT)
    public BankView register(Register command, CallContext context) {
        context.require(FeePermission.EDIT);
        Register given = FieldRules.require(command);
        if (given.keys().stream().map(Key::name).distinct().count()
                < given.keys().size()) {
            throw invalid("keys.name", "bank.key-twice");
        }
        if (!given.keys().stream().allMatch(key -> PaymentSignature.isKey(key.algorithm(), key.publicKey()))) {
            throw invalid("keys.publicKey", "bank.key");
        }
        BankContent content = content(given);
        transactions.write(context, Written.class, unit -> {
            Bank bank = rows.held(given.name(), unit).orElse(null);
            unit.context().requireVersion(bank == null ? 0 : bank.steps());
            if (bank == null) {
                bank = Bank.registered(given.name(), given.source(), content, clocked.now(unit));
            } else if (bank.source() != given.source()) {
                throw invalid("source", "bank.source");
            } else {
                bank.changed(content, clocked.now(unit));
            }
            Map<String, String> details =
                    Map.of("keys", Integer.toString(content.keys().size()));
            rows.keep(bank, "register", details, "bank-drafted", bank.told(), unit);
            return new Written(bank.id());
        });
        return view(given.name(), context);
    }

    private BankView view(String name, CallContext context) {
        return BankView.of(transactions
                .read(context.withoutKey(), unit -> rows.find(name, unit))
                .orElseThrow());
    }

    /**
     * Confirms what somebody else has said of one.
     *
     * @throws ProblemException {@code bank-unknown}, {@code bank-not-waiting}, {@code bank-self}
     */
    @RequiresPermission(FeePermission.PUBLISH)
    public BankView confirm(String name, CallContext context) {
        context.require(FeePermission.PUBLISH);
        transactions.write(context, Written.class, unit -> {
            Bank bank = rows.held(name, unit).orElseThrow(() -> unknown(name));
            unit.context().requireVersion(bank.steps());
            bank.confirmed(clocked.now(unit));
            Map<String, String> details =
                    Map.of("keys", Integer.toString(bank.held().keys().size()));
            rows.keep(bank, "confirm", details, "bank-registered", bank.told(), unit);
            return new Written(bank.id());
        });
        return view(name, context);
    }

    private static BankContent content(Register given) {
        List<BankContent.Key> keys = given.keys().stream()
                .map(key -> new BankContent.Key(key.name(), key.algorithm(), key.publicKey(), key.from(), key.until()))
                .toList();
        FeeCommands.Mapping said = given.mapping();
        BankContent.Mapping mapping =
                said == null ? null : new BankContent.Mapping(said.serial(), said.code(), said.amount(), said.unit());
        return new BankContent(given.branches(), keys, mapping);
    }

    /** Returns them, in the order of their names. */
    @RequiresPermission(FeePermission.VIEW)
    public Page<BankView> list(PageRequest page, CallContext context) {
        context.require(FeePermission.VIEW);
        List<Bank> found = transactions.read(context, unit -> rows.all(page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), Bank::id).map(BankView::of);
    }

    /**
     * Writes down what a bank says by itself; the same again changes nothing.
     *
     * @throws ProblemException {@code payment-signature} where it was not the bank that says so; what {@link
     *     Payments#record} is refused with
     */
    @NeedsNoPermission("the signature of the bank says who calls")
    public PaymentView callBack(CallBack command, CallContext context) {
        CallBack given = FieldRules.require(command);
        String bank = given.payment().bank();
        boolean isSigned = transactions
                .read(context.withoutKey(), unit -> rows.known(bank, unit))
                .flatMap(found -> found.held().key(given.key(), context.today()))
                .filter(key -> PaymentSignature.isSigned(given.payment(), context.tenant(), key, given.signature()))
                .isPresent();
        if (!isSigned) {
            throw ProblemException.of(FeeError.PAYMENT_SIGNATURE);
        }
        Actor actor = new Actor(bank, bank, Set.of(ROLE)).permitted(Set.of(FeePermission.CASH));
        return payments.recordSigned(given.payment(), context.by(actor));
    }

    /**
     * Takes a file in, as the mapping of whoever sends it says; the same again changes nothing.
     *
     * @param name whose file it is
     * @throws ProblemException {@code bank-unknown}, {@code bank-no-mapping}, what the file is refused with, and what
     *     {@link Statements#bring} is refused with
     */
    @RequiresPermission(FeePermission.RECONCILE)
    public StatementView file(String name, LocalDate day, String fileName, InputStream content, CallContext context) {
        context.require(FeePermission.RECONCILE);
        Bank bank = transactions
                .read(context.withoutKey(), unit -> rows.known(name == null ? "" : name, unit))
                .orElseThrow(() -> unknown(name));
        if (bank.held().mapping() == null) {
            throw ProblemException.of(FeeError.BANK_NO_MAPPING, name);
        }
        byte[] file = bytes(content);
        List<FeeCommands.StatedLine> lines = StatementFile.read(
                reader, fileName, new ByteArrayInputStream(file), bank.held().mapping());
        return statements.bring(new Bring(bank.source(), name, day, lines), Digests.sha256(file), context);
    }

    /** One more than a file may have: the reader refuses it then. */
    private static byte[] bytes(InputStream content) {
        try {
            return content.readNBytes(StatementFile.BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns one.
     *
     * @throws ProblemException {@code bank-unknown}
     */
    @RequiresPermission(FeePermission.VIEW)
    public BankView find(String name, CallContext context) {
        context.require(FeePermission.VIEW);
        return BankView.of(
                transactions.read(context, unit -> rows.find(name, unit)).orElseThrow(() -> unknown(name)));
    }

    static void requirePossible(BankRows rows, Bring given, UnitOfWork unit) {
        if (!given.bank().isEmpty() && !rows.isPossible(given.bank(), given.source(), unit)) {
            throw unknown(given.bank());
        }
    }

    static ProblemException unknown(String name) {
        return ProblemException.of(FeeError.BANK_UNKNOWN, name == null ? "" : name);
    }

    private static ProblemException invalid(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(Banks.class, key));
    }
}
