package org.yichuang.identity.internal.rest;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.identity.api.Accounts;
import org.yichuang.identity.api.Accounts.NewAccount;
import org.yichuang.identity.api.IdentityPermission;
import org.yichuang.identity.api.ProviderSignIn;
import org.yichuang.identity.api.SecondFactor;
import org.yichuang.identity.internal.rest.AccountBodies.AccountView;
import org.yichuang.identity.internal.rest.AccountBodies.Assignment;
import org.yichuang.identity.internal.rest.AccountBodies.Blocking;
import org.yichuang.identity.internal.rest.AccountBodies.LinkedSubject;
import org.yichuang.identity.internal.rest.AccountBodies.NewPassword;
import org.yichuang.identity.internal.rest.AccountBodies.Opening;
import org.yichuang.identity.internal.rest.AccountBodies.OwnPassword;
import org.yichuang.identity.internal.rest.AccountBodies.Registration;
import org.yichuang.identity.internal.rest.AccountBodies.Roles;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.rest.api.Origin;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.web.api.AllowOldPassword;
import org.yichuang.web.api.AllowSignedIn;

/** The accounts of a centre. */
@Path("/{tenant}/accounts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {
    private final Accounts accounts;
    private final SecondFactor factor;
    private final ProviderSignIn provider;

    AccountResource(Accounts accounts, SecondFactor factor, ProviderSignIn provider) {
        this.provider = provider;
        this.accounts = accounts;
        this.factor = factor;
    }

    /** Lists the accounts by name. */
    @GET
    @RequiresPermission(IdentityPermission.VIEW)
    public Page<AccountView> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor, @Context CallContext context) {
        return accounts.list(PageRequest.of(limit, cursor), context).map(AccountView::of);
    }

    /** Returns an account. */
    @GET
    @Path("{account}")
    @RequiresPermission(IdentityPermission.VIEW)
    public AccountView find(@PathParam("account") String account, @Context CallContext context) {
        return AccountView.of(accounts.find(account, context));
    }

    /** Opens an account. */
    @POST
    @Command
    @RequiresPermission(IdentityPermission.MANAGE)
    @Answers(value = AccountView.class, status = 201)
    public Response open(Opening opening, @Context CallContext context) {
        NewAccount request = opening.request();
        return created(accounts.open(request, withoutPassword(request, context)), context);
    }

    /** Opens an applicant's own account. */
    @POST
    @Path("applicants")
    @Command(keyOptional = true)
    @AllowEveryone
    @Answers(value = AccountView.class, status = 201)
    public Response register(Registration registration, @Context Origin origin, @Context CallContext context) {
        Accounts.Registration request = registration.request();
        CallContext once = withoutPassword(
                new NewAccount(request.account(), request.name(), "", Set.of(), Set.of(), request.kind()), context);
        return created(accounts.register(request, origin.address(), once), context);
    }

    private static Response created(Accounts.Account account, CallContext context) {
        AccountView view = AccountView.of(account);
        String place = "/api/" + context.tenant() + "/accounts/" + view.account();
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, place)
                .entity(view)
                .build();
    }

    /** Sets an account's roles; its tokens are revoked. */
    @PUT
    @Path("{account}/roles")
    @Command
    @RequiresPermission(IdentityPermission.MANAGE)
    public AccountView setRoles(@PathParam("account") String account, Roles roles, @Context CallContext context) {
        return AccountView.of(accounts.setRoles(account, roles.keys(), context));
    }

    /** Sets the departments that an account works for; its tokens are revoked. */
    @PUT
    @Path("{account}/departments")
    @Command
    @RequiresPermission(IdentityPermission.MANAGE)
    public AccountView setDepartments(
            @PathParam("account") String account, Assignment assignment, @Context CallContext context) {
        return AccountView.of(accounts.setDepartments(account, assignment.all(), context));
    }

    /** Sets an account's password; its tokens are revoked. Doing it twice is doing it once: no key is needed. */
    @PUT
    @Path("{account}/password")
    @RequiresPermission(IdentityPermission.MANAGE)
    public void setPassword(@PathParam("account") String account, NewPassword password, @Context CallContext context) {
        accounts.setPassword(account, password.password(), context);
    }

    /** Changes the password of the account that calls; its tokens are revoked. */
    @PUT
    @Path("me/password")
    @AllowOldPassword
    @AllowSignedIn
    public void changeOwnPassword(OwnPassword change, @Context CallContext context) {
        accounts.changeOwnPassword(change.current(), change.password(), context);
    }

    /** Blocks or unblocks an account; blocking revokes its tokens. */
    @PUT
    @Path("{account}/blocked")
    @Command
    @RequiresPermission(IdentityPermission.MANAGE)
    public AccountView block(@PathParam("account") String account, Blocking blocking, @Context CallContext context) {
        return AccountView.of(accounts.block(account, blocking.blocked(), context));
    }

    /** Removes an account's authenticator; its tokens are revoked. */
    @DELETE
    @Path("{account}/second-factor")
    @Command
    @RequiresPermission(IdentityPermission.MANAGE)
    public void removeSecondFactor(@PathParam("account") String account, @Context CallContext context) {
        factor.remove(account, context);
    }

    /** Links a staff account with a subject of the outside identity provider, or takes its link away. */
    @PUT
    @Path("{account}/subject")
    @Command
    @RequiresPermission(IdentityPermission.MANAGE)
    public void linkSubject(@PathParam("account") String account, LinkedSubject linked, @Context CallContext context) {
        provider.linkStaff(account, linked.subject().strip(), context);
    }

    /** The key is kept for days: its fingerprint must not be a quick hash from which a password could be guessed. */
    private static CallContext withoutPassword(NewAccount request, CallContext context) {
        String rest = String.join(
                "\n",
                request.account(),
                request.name(),
                new TreeSet<>(request.roles()).toString(),
                new TreeSet<>(request.departments()).toString(),
                request.kind());
        Optional<IdempotencyKey> key =
                context.idempotencyKey().map(sent -> new IdempotencyKey(sent.key(), Digests.sha256(rest)));
        return new CallContext(
                context.tenant(), context.actor(), context.at(), context.requestId(), key, context.expectedVersion());
    }
}
