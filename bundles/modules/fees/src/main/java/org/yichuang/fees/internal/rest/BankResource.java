package org.yichuang.fees.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Objects;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.ext.multipart.Attachment;
import org.apache.cxf.jaxrs.ext.multipart.Multipart;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.internal.Banks;
import org.yichuang.fees.internal.FeeCommands.Register;
import org.yichuang.fees.internal.SettlementViews.BankView;
import org.yichuang.fees.internal.SettlementViews.StatementView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.rest.api.PartNames;

/** What banks and the treasury say themselves. */
@Path("/{tenant}/fees")
@Produces(MediaType.APPLICATION_JSON)
public class BankResource {
    private final Banks banks;

    public BankResource(Banks banks) {
        this.banks = banks;
    }

    /** In the order of their names. */
    @GET
    @Path("banks")
    @RequiresPermission(FeePermission.VIEW)
    public Page<BankView> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return banks.list(PageRequest.of(limit, cursor), context);
    }

    /** Says what is to be known of one. */
    @POST
    @Path("banks")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.EDIT)
    @Command
    @Answers(BankView.class)
    public Response register(@NotNull @Valid Register command, @Context CallContext context) {
        return Tagged.of(banks.register(command, context));
    }

    /** Confirms what somebody else has said of one. */
    @POST
    @Path("banks/{bank}/confirmation")
    @RequiresPermission(FeePermission.PUBLISH)
    @Command
    @Answers(BankView.class)
    public Response confirm(@PathParam("bank") @Size(max = 40) String bank, @Context CallContext context) {
        return Tagged.of(banks.confirm(bank, context));
    }

    /** Takes a file in, CSV or XLSX, as the mapping of whoever sends it says. */
    @POST
    @Path("statements/files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RequiresPermission(FeePermission.RECONCILE)
    @Command
    public StatementView file(
            @Multipart(value = "file", required = false) Attachment file,
            @QueryParam("bank") @Size(max = 40) String bank,
            @QueryParam("day") LocalDate day,
            @Context CallContext context) {
        if (file == null) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "file", LocalizedMessage.of(Banks.class, "statement.file-missing"));
        }
        try (InputStream content = file.getObject(InputStream.class)) {
            return banks.file(bank, day, name(file), content, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Attachment file) {
        String name = file.getContentDisposition() == null
                ? null
                : PartNames.of(file.getContentDisposition().getFilename());
        return Objects.requireNonNullElse(name, "");
    }
}
