package org.yichuang.cases.internal.web;

import java.util.Map;
import java.util.function.Supplier;
import org.yichuang.cases.api.CaseProof;
import org.yichuang.cases.api.CaseRequests.Deliver;
import org.yichuang.cases.api.CaseRequests.DeliveryMethod;
import org.yichuang.cases.api.CaseRequests.Withdraw;
import org.yichuang.cases.api.CaseService.Upload;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.internal.view.DeliveryTexts;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PageCall;

/** The forms of a delivery and of a withdrawal that staff enter, with what shows them. */
final class ProofForm {
    private ProofForm() {}

    static Deliver delivery(PageCall call, FormUploads files, Map<String, String> facts) {
        files.require();
        RequiredFields typed = RequiredFields.in(call);
        String method = typed.text("method", LocalizedMessage.of(CommandForms.class, "field.delivery-method"));
        String receivedBy = typed.text("receivedBy", LocalizedMessage.of(CommandForms.class, "field.received-by"));
        typed.check();
        return new Deliver(
                CommandForms.chosen(DeliveryMethod.class, method, "method"),
                receivedBy,
                CommandForms.orNull(call.form(), "remark"),
                CommandForms.orNull(call.form(), "consent"),
                proof(call, files),
                facts);
    }

    static Withdraw withdrawal(PageCall call, FormUploads files) {
        files.require();
        String reason = RequiredFields.required(
                call, "reason", LocalizedMessage.of(CommandForms.class, "field.withdrawal-reason"));
        return new Withdraw(reason, proof(call, files));
    }

    private static CaseProof proof(PageCall call, FormUploads files) {
        return new CaseProof(
                files.file(DeliveryTexts.PROOF_FILE).map(Upload::file).orElse(null),
                CommandForms.orNull(call.form(), DeliveryTexts.PROOF_PAPER));
    }

    /** Gives the command; that nothing shows it is told at the field of the file. */
    static CaseView named(Supplier<CaseView> command) {
        try {
            return command.get();
        } catch (ProblemException e) {
            boolean isOfProof =
                    e.fields().size() == 1 && e.fields().get(0).field().equals("proof");
            throw isOfProof ? ProblemException.field(e.code(), DeliveryTexts.PROOF_FILE, e.message()) : e;
        }
    }
}
