package org.yichuang.fees.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.yichuang.fees.api.AmountUnit;
import org.yichuang.fees.api.BasisRank;
import org.yichuang.fees.api.DuePoint;
import org.yichuang.fees.api.FeeKind;
import org.yichuang.fees.api.Fund;
import org.yichuang.fees.api.KeyAlgorithm;
import org.yichuang.fees.api.PaymentChannel;
import org.yichuang.fees.api.RefundGround;
import org.yichuang.fees.api.ReliefKind;
import org.yichuang.fees.api.ReversalGround;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.kernel.api.fee.ChargingMethod;
import org.yichuang.kernel.api.fee.FeeFloor;
import org.yichuang.kernel.api.fee.PayerKind;

/** What is sent to have something done. */
public interface FeeCommands {
    /**
     * Drafts a version of a fee item.
     *
     * @param unit 执收单位
     * @param payers who pays it
     * @param subject the budget subject
     * @param to the last day, absent where it is not known
     * @param reviewBy by when it is reviewed, or may not be charged any more
     * @param relief who is relieved of it by a policy, in words
     */
    record Draft(
            @NotBlank @Size(max = 40) String code,
            @NotBlank @Size(max = 200) String name,
            @NotNull FeeKind kind,
            @NotBlank @Size(max = 100) String unit,
            @NotNull @Valid Basis basis,
            @NotEmpty @Size(max = 2) List<PayerKind> payers,
            @NotNull @Valid Standard standard,
            @NotNull Fund fund,
            @NotBlank @Size(max = 100) String subject,
            @NotNull LocalDate from,
            LocalDate to,
            @NotNull LocalDate reviewBy,
            @Size(max = 500) String relief) {
        public Draft {
            relief = relief == null ? "" : relief;
        }
    }

    /** What a fee rests on. */
    record Basis(@NotBlank @Size(max = 200) String title, @Size(max = 100) String article, @NotNull BasisRank rank) {
        public Basis {
            article = article == null ? "" : article;
        }
    }

    /**
     * A standard.
     *
     * @param measure of what there is a quantity, e.g. ㎡
     */
    record Standard(
            @NotNull ChargingMethod method,
            @Size(max = 20) String measure,
            @NotEmpty @Size(max = 50) List<@Valid Line> lines,
            FeeFloor floorFor) {}

    /** A line of it: prices in fen for a unit, with fractions where there are any; of a rate the share. */
    record Line(
            BigDecimal from,
            BigDecimal to,
            @NotNull BigDecimal price,
            BigDecimal highest,
            BigDecimal point,
            BigDecimal step,
            BigDecimal growth) {}

    /**
     * Links a fee item to an item.
     *
     * @param item code of the item
     * @param quantity fields of its form and numbers, multiplied; absent where it is counted at the window
     */
    record Link(@NotBlank @Size(max = 100) String item, @NotNull DuePoint due, @Size(max = 200) String quantity) {}

    /** Whose link is published, or ends. */
    record Unlink(@NotBlank @Size(max = 100) String item) {}

    /**
     * Asks what a fee would come to.
     *
     * @param inputs what it depends on; absent for a fixed one
     */
    record Ask(@NotBlank @Size(max = 40) String feeItem, @Valid Inputs inputs, @NotNull PayerKind payerKind) {}

    /** What an amount depends on. */
    record Inputs(BigDecimal quantity) {}

    /**
     * Demands what a case costs.
     *
     * @param lines what is demanded, with the quantities that the form does not say; absent for all that is due
     */
    record Demand(@NotBlank @Size(max = 100) String caseNumber, @Size(max = 50) List<@Valid Counted> lines) {
        public Demand {
            lines = lines == null ? List.of() : lines;
        }
    }

    /** What the window has counted of a fee; an amount is refused, since amounts are reckoned. */
    record Counted(@NotBlank @Size(max = 40) String feeItem, BigDecimal quantity, BigDecimal amount) {}

    /**
     * Applies for relief.
     *
     * @param minutes number of the minutes, or of the policy
     * @param decidedOn its day
     * @param fen by how much less; of a reduction
     * @param until the new last day; of a deferral
     */
    record AskRelief(
            @NotNull ReliefKind kind,
            @Size(max = 100) String minutes,
            LocalDate decidedOn,
            @NotBlank @Size(max = 500) String words,
            Long fen,
            LocalDate until) {
        public AskRelief {
            minutes = minutes == null ? "" : minutes;
        }
    }

    /**
     * Money has come, as the bank says.
     *
     * @param bank which bank
     * @param serial the bank's own name for it
     * @param code that was paid under
     * @param fen how much
     * @param at when
     * @param branch where
     * @param account from which it came; absent where somebody has paid the bank in cash
     * @param payer who has paid, as the bank names them
     */
    record Pay(
            @NotBlank @Size(max = 40) String bank,
            @NotBlank @Size(max = 60) String serial,
            @NotBlank @Size(max = 40) String code,
            @NotNull Long fen,
            @NotNull Instant at,
            @NotBlank @Size(max = 100) String branch,
            @NotNull PaymentChannel channel,
            @Size(max = 40) String account,
            @NotBlank @Size(max = 100) String payer) {
        public Pay {
            account = account == null ? "" : account;
        }
    }

    /**
     * Asks that a payment is reversed.
     *
     * @param words what was mistyped
     */
    record AskReversal(@NotNull ReversalGround ground, @NotBlank @Size(max = 200) String words) {}

    /**
     * Applies for a refund.
     *
     * @param payment what is to go back, or a part of it
     * @param account to which: the one that has paid; of cash one of the payer's own
     * @param proof of cash: whose the account is, and how that was proven
     */
    record Claim(
            @NotBlank @Size(max = 40) String payment,
            @NotNull Long fen,
            @NotNull RefundGround ground,
            @NotBlank @Size(max = 500) String words,
            @NotBlank @Size(max = 40) String account,
            @Valid Proof proof) {
        public Claim(String payment, Long fen, RefundGround ground, String words, String account) {
            this(payment, fen, ground, words, account, null);
        }
    }

    /**
     * Proves that whoever names an account has paid in cash.
     *
     * @param holder whose the account is: the payer's own
     * @param receipt number of the receipt; of money that pays nothing the bank's own name for it, on its slip
     * @param check of the receipt; absent where there is none
     * @param identity which document was looked at, and by whom
     */
    record Proof(
            @NotBlank @Size(max = 100) String holder,
            @NotBlank @Size(max = 60) String receipt,
            @Size(max = 10) String check,
            @NotBlank @Size(max = 200) String identity) {
        public Proof {
            check = check == null ? "" : check;
        }
    }

    /**
     * Vouches for a refund.
     *
     * @param account once more, where the payer has named it; absent otherwise
     */
    record Vouch(@NotBlank @Size(max = 200) String reason, @Size(max = 40) String account) {
        public Vouch {
            account = account == null ? "" : account;
        }
    }

    /**
     * What bank or treasury says that it has got on a day.
     *
     * @param bank which bank; absent for the treasury
     */
    record Bring(
            @NotNull StatementSource source,
            @Size(max = 40) String bank,
            @NotNull LocalDate day,
            @NotNull @Size(max = 20_000) List<@Valid StatedLine> lines) {
        public Bring {
            bank = bank == null ? "" : bank;
        }
    }

    /** A line of it. */
    record StatedLine(@Size(max = 60) String serial, @NotBlank @Size(max = 40) String code, @NotNull Long fen) {}

    /**
     * What is known of a bank, or of the treasury.
     *
     * @param branches its branches at the centre
     * @param keys with which it signs
     * @param mapping how its files are read; absent where it sends none
     */
    record Register(
            @NotBlank @Size(max = 40) String name,
            @NotNull StatementSource source,
            @Size(max = 50) List<@NotBlank @Size(max = 100) String> branches,
            @Size(max = 10) List<@Valid Key> keys,
            @Valid Mapping mapping) {
        public Register {
            branches = branches == null ? List.of() : branches;
            keys = keys == null ? List.of() : keys;
        }
    }

    /**
     * A key with which it signs.
     *
     * @param publicKey in Base64, as X.509 has it
     * @param from its first day
     * @param until its last one; absent where that is not known
     */
    record Key(
            @NotBlank @Size(max = 40) String name,
            @NotNull KeyAlgorithm algorithm,
            @NotBlank @Size(max = 2000) String publicKey,
            @NotNull LocalDate from,
            LocalDate until) {}

    /**
     * Under which headings its files say what.
     *
     * @param serial its own name for a payment; absent where files do not tell it
     */
    record Mapping(
            @Size(max = 50) String serial,
            @NotBlank @Size(max = 50) String code,
            @NotBlank @Size(max = 50) String amount,
            @NotNull AmountUnit unit) {
        public Mapping {
            serial = serial == null ? "" : serial;
        }
    }

    /**
     * A bank says by itself that money has come.
     *
     * @param key the name of the key
     * @param signature in Base64
     */
    record CallBack(
            @NotNull @Valid Pay payment,
            @NotBlank @Size(max = 40) String key,
            @NotBlank @Size(max = 2000) String signature) {}

    /**
     * What the level has got of fees in a month, wherever they were paid.
     *
     * @param month as {@code 2026-06}
     * @param source in which report finance says so
     */
    record StateIncome(
            @NotBlank @Size(max = 7) String month, @NotNull Long fen, @NotBlank @Size(max = 200) String source) {}

    /**
     * What somebody has seen of a month is right.
     *
     * @param version of what they have seen
     */
    record ConfirmIncome(@NotNull Integer version) {}

    /** Which day is meant. */
    record Day(@NotNull LocalDate day) {}

    /**
     * Somebody has said that a fee was paid elsewhere.
     *
     * @param caseNumber absent where no case is known
     * @param place branch or unit where it was paid
     * @param fen absent where it is not known
     */
    record Tell(
            @Size(max = 100) String caseNumber,
            @NotBlank @Size(max = 100) String place,
            Long fen,
            @NotBlank @Size(max = 200) String words) {
        public Tell {
            caseNumber = caseNumber == null ? "" : caseNumber;
        }
    }

    /** Why something is done. */
    record Reason(@NotBlank @Size(max = 200) String reason) {}
}
