package org.yichuang.licences.internal;

import java.time.LocalDate;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.yichuang.cases.api.CaseRequests.DeliveryMethod;
import org.yichuang.licences.internal.domain.CancellationGround;
import org.yichuang.licences.internal.domain.RevocationGround;
import org.yichuang.licences.internal.domain.WithdrawalGround;
import org.yichuang.licences.internal.domain.WithholdingGround;

/** What the acts upon a result carry: the fields that the law asks for. */
public interface LicenceRequests {
    /**
     * Revocation (撤销, art. 69).
     *
     * @param ground which of the grounds of the law
     * @param reasons why
     * @param basis by which provision
     * @param hearing how the holder was heard (art. 7)
     * @param harmsPublicInterest whether revoking it might seriously harm the public interest: then it is not revoked
     * @param decidedBy who has decided for the organ
     */
    record Revoke(
            @NotNull RevocationGround ground,
            @NotBlank @Size(max = 2000) String reasons,
            @NotBlank @Size(max = 1000) String basis,
            @NotBlank @Size(max = 1000) String hearing,
            @NotNull Boolean harmsPublicInterest,
            @NotBlank @Size(max = 100) String decidedBy) {}

    /**
     * Withdrawal (撤回, art. 8).
     *
     * @param ground which of the grounds of the law
     * @param reasons why, and which public interest needs it
     * @param basis by which provision
     * @param hearing how the holder was heard (art. 7)
     * @param compensation what of the holder's loss is compensated
     * @param decidedBy who has decided for the organ
     */
    record Withdraw(
            @NotNull WithdrawalGround ground,
            @NotBlank @Size(max = 2000) String reasons,
            @NotBlank @Size(max = 1000) String basis,
            @NotBlank @Size(max = 1000) String hearing,
            @NotBlank @Size(max = 1000) String compensation,
            @NotBlank @Size(max = 100) String decidedBy) {}

    /**
     * Cancellation (注销, art. 70).
     *
     * @param ground which of the six of the law
     * @param reasons why
     * @param basis by which provision
     * @param decidedBy who has decided for the organ
     */
    record Cancel(
            @NotNull CancellationGround ground,
            @NotBlank @Size(max = 2000) String reasons,
            @NotBlank @Size(max = 1000) String basis,
            @NotBlank @Size(max = 100) String decidedBy) {}

    /**
     * What was to be revoked is not (art. 69: it may be, or the public interest forbids it).
     *
     * @param reasons why
     * @param basis by which provision
     * @param decidedBy who has decided for the organ
     */
    record Decline(
            @NotBlank @Size(max = 2000) String reasons,
            @NotBlank @Size(max = 1000) String basis,
            @NotBlank @Size(max = 100) String decidedBy) {}

    /**
     * It is withheld from the public (arts. 5 and 40).
     *
     * @param ground of whom it is a secret
     * @param reasons why
     * @param basis by which provision
     * @param decidedBy who has decided for the organ
     */
    record Withhold(
            @NotNull WithholdingGround ground,
            @NotBlank @Size(max = 2000) String reasons,
            @NotBlank @Size(max = 1000) String basis,
            @NotBlank @Size(max = 100) String decidedBy) {}

    /**
     * What was withheld is public again.
     *
     * @param reasons why
     * @param basis by which provision
     * @param decidedBy who has decided for the organ
     */
    record Disclose(
            @NotBlank @Size(max = 2000) String reasons,
            @NotBlank @Size(max = 1000) String basis,
            @NotBlank @Size(max = 100) String decidedBy) {}

    /**
     * A decision that grants is withheld from the public, before anything is made out of it.
     *
     * @param ground of whom it is a secret
     * @param basis by which provision
     */
    record WithholdGrant(@NotNull WithholdingGround ground, @NotBlank @Size(max = 200) String basis) {}

    /**
     * A decision that grants and was withheld is public again.
     *
     * @param basis by which provision
     */
    record DiscloseGrant(@NotBlank @Size(max = 200) String basis) {}

    /**
     * A decision has reached the holder (R1-43).
     *
     * @param document the number of the decision
     * @param method how
     * @param on the day; absent means today
     * @param receivedBy who took it; of an announcement whom it was for
     * @param remark what proves it; of an announcement where it stands, and why
     * @param consent where the holder has agreed to electronic delivery; absent with every other
     */
    record Deliver(
            @NotBlank @Size(max = 200) String document,
            @NotNull DeliveryMethod method,
            LocalDate on,
            @NotBlank @Size(max = 100) String receivedBy,
            @Size(max = 500) String remark,
            @Size(max = 200) String consent) {}

    /**
     * A ban is lifted.
     *
     * @param reason why it was wrong
     */
    record LiftBan(@NotBlank @Size(max = 200) String reason) {}

    /**
     * Noting that a promise that was not kept stands in the way of no other any more.
     *
     * @param reason how it was put right, or why it was wrong
     */
    record RepairBreach(@NotBlank @Size(max = 200) String reason) {}

    /**
     * Seeing whole what is shown masked.
     *
     * @param reason why, 4 to 200 characters
     */
    record Unmask(@NotBlank @Size(max = 200) String reason) {}
}
