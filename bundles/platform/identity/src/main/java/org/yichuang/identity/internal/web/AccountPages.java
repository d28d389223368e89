package org.yichuang.identity.internal.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.identity.api.Accounts;
import org.yichuang.identity.api.Accounts.Account;
import org.yichuang.identity.api.Accounts.NewAccount;
import org.yichuang.identity.api.Accounts.Registration;
import org.yichuang.identity.api.Accounts.RoleName;
import org.yichuang.identity.api.IdentityPermission;
import org.yichuang.identity.api.ProviderSignIn;
import org.yichuang.identity.api.Role;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Confirmation;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.Departments.Department;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.web.api.AllowSignedIn;

/** The accounts of a centre, for its security administrator; registration of applicants; one's own password. */
@Path("/{tenant}")
public class AccountPages {
    private static final int ROWS = 50;
    private static final int LONGEST_DEPARTMENTS = 2000;
    private static final String BOX = "department-";

    private final Accounts accounts;
    private final Departments departments;
    private final ProviderSignIn provider;

    /** In front of the accounts; the departments are those of the centre's list. */
    AccountPages(Accounts accounts, Departments departments, ProviderSignIn provider) {
        this.accounts = accounts;
        this.departments = departments;
        this.provider = provider;
    }

    /** All of them. */
    @GET
    @Path("/accounts")
    @RequiresPermission(IdentityPermission.VIEW)
    public Response list(@Context PageCall call) {
        Page<Account> page = accounts.list(PageRequest.of(ROWS, call.query("cursor")), call.context());
        return call.render(Screen.working(
                call.ui().t("accounts.title"),
                IdentityPages.TEMPLATES.accounts(call.ui(), accounts.roles(), page.items(), page.next())));
    }

    /** The form of a new one. */
    @GET
    @Path("/accounts/new")
    @RequiresPermission(IdentityPermission.MANAGE)
    public Response form(@Context PageCall call) {
        return call.render(newScreen(call));
    }

    private Screen newScreen(PageCall call) {
        return Screen.working(
                        call.ui().t("accounts.new"),
                        IdentityPages.TEMPLATES.newaccount(call.ui(), accounts.roles(), departments(call, Set.of())))
                .under(call.ui().t("accounts.title"), "/accounts");
    }

    /** Asks for departments: boxes of the list, or lines of text where the centre keeps none; none at all is all. */
    private List<Field> departments(PageCall call, Set<String> present) {
        Ui ui = call.ui();
        List<Department> listed = departments.list(call.context());
        if (listed.isEmpty()) {
            return List.of(Field.area("departments", ui.t("account.department"))
                    .maxLength(LONGEST_DEPARTMENTS)
                    .value(String.join("\n", new TreeSet<>(present)))
                    .hint(ui.t("account.departments.hint.lines")));
        }
        Set<String> names = new TreeSet<>(present);
        listed.stream()
                .filter(department -> !department.isClosed())
                .forEach(department -> names.add(department.name()));
        return names.stream()
                .map(name -> Field.check(BOX + name, name).value(present.contains(name)))
                .toList();
    }

    /** What has been chosen, in boxes or lines. */
    private static Set<String> chosen(Form form) {
        Stream<String> boxes = form.names().stream()
                .filter(name -> name.startsWith(BOX) && form.optional(name).isPresent())
                .map(name -> name.substring(BOX.length()));
        return Stream.concat(boxes, form.text("departments").lines())
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Opens one. */
    @POST
    @Path("/accounts/new")
    @RequiresPermission(IdentityPermission.MANAGE)
    public Response open(@Context PageCall call) {
        Form form = call.form();
        try {
            Account opened = accounts.open(
                    new NewAccount(
                            form.text("account"),
                            form.text("name"),
                            form.exact("password"),
                            roles(form),
                            chosen(form),
                            ""),
                    call.context());
            return call.redirect("/accounts/of/" + opened.account(), "account-opened");
        } catch (ProblemException e) {
            return call.redisplay(e, newScreen(call));
        }
    }

    private Set<String> roles(Form form) {
        return accounts.roles().stream()
                .map(RoleName::key)
                .filter(key -> form.optional("role-" + key).isPresent())
                .collect(Collectors.toSet());
    }

    /** One of them. */
    @GET
    @Path("/accounts/of/{account}")
    @RequiresPermission(IdentityPermission.VIEW)
    public Response find(@Context PageCall call, @PathParam("account") String account) {
        return call.render(screen(call, account));
    }

    private Screen screen(PageCall call, String account) {
        Account found = accounts.find(account, call.context());
        return Screen.working(
                        found.name(),
                        IdentityPages.TEMPLATES.account(
                                call.ui(),
                                accounts.roles(),
                                found,
                                departments(call, found.departments()),
                                provider.isOffered()))
                .under(call.ui().t("accounts.title"), "/accounts");
    }

    /** Sets its roles. */
    @POST
    @Path("/accounts/of/{account}/roles")
    @RequiresPermission(IdentityPermission.MANAGE)
    public Response setRoles(@Context PageCall call, @PathParam("account") String account) {
        try {
            accounts.setRoles(account, roles(call.form()), call.context());
            return call.redirect("/accounts/of/" + account, "roles-set");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, account));
        }
    }

    /** Sets its departments. */
    @POST
    @Path("/accounts/of/{account}/departments")
    @RequiresPermission(IdentityPermission.MANAGE)
    public Response setDepartments(@Context PageCall call, @PathParam("account") String account) {
        try {
            accounts.setDepartments(account, chosen(call.form()), call.context());
            return call.redirect("/accounts/of/" + account, "departments-set");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, account));
        }
    }

    /** Asks whether it shall be blocked. */
    @GET
    @Path("/accounts/of/{account}/blocked")
    @RequiresPermission(IdentityPermission.VIEW)
    public Response askBlocking(@Context PageCall call, @PathParam("account") String account) {
        Account found = accounts.find(account, call.context());
        Ui ui = call.ui();
        String here = "/accounts/of/" + found.account();
        Confirmation question = new Confirmation(
                ui.t("account.block.question", found.name()),
                ui.t("account.block.words"),
                here + "/blocked",
                ui.t("account.block"),
                here,
                IdentityPages.TEMPLATES.given("blocked", "true"));
        return call.render(Screen.working(ui.t("account.block"), ui.confirm(question))
                .under(ui.t("accounts.title"), "/accounts")
                .under(found.name(), here));
    }

    /** Blocks or unblocks it. */
    @POST
    @Path("/accounts/of/{account}/blocked")
    @RequiresPermission(IdentityPermission.MANAGE)
    public Response block(@Context PageCall call, @PathParam("account") String account) {
        try {
            accounts.block(account, call.form().text("blocked").equals("true"), call.context());
            return call.redirect("/accounts/of/" + account, "blocked-set");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, account));
        }
    }

    /** Sets its password. */
    @POST
    @Path("/accounts/of/{account}/password")
    @RequiresPermission(IdentityPermission.MANAGE)
    public Response setPassword(@Context PageCall call, @PathParam("account") String account) {
        try {
            accounts.setPassword(account, call.form().exact("password"), call.context());
            return call.redirect("/accounts/of/" + account, "password-set");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, account));
        }
    }

    /** Links a staff account, or takes its link away. */
    @POST
    @Path("/accounts/of/{account}/subject")
    @RequiresPermission(IdentityPermission.MANAGE)
    public Response linkStaff(@Context PageCall call, @PathParam("account") String account) {
        try {
            provider.linkStaff(account, call.form().text("subject"), call.context());
            return call.redirect("/accounts/of/" + account, "subject-set");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, account));
        }
    }

    /** The form for registering as an applicant. */
    @GET
    @Path("/register")
    @AllowEveryone
    public Response registration(@Context PageCall call) {
        return call.render(registerScreen(call));
    }

    /** Whoever registers on the way somewhere goes on there once they have signed in. */
    private static Screen registerScreen(PageCall call) {
        String to = call.form().optional("to").orElseGet(() -> call.query("to"));
        String back = to.isEmpty() ? "/sign-in" : "/sign-in?to=" + encoded(to);
        return Screen.reading(call.ui().t("register.title"), IdentityPages.TEMPLATES.register(call.ui(), to, back));
    }

    /** Where one registers on the way somewhere, or to nowhere in particular. */
    static String registration(String to) {
        return to.isEmpty() ? "/register" : "/register?to=" + encoded(to);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Registers an applicant. */
    @POST
    @Path("/register")
    @AllowEveryone
    public Response register(@Context PageCall call) {
        Form form = call.form();
        try {
            if (!form.exact("password").equals(form.exact("password-again"))) {
                throw ProblemException.field(
                        CommonError.FIELDS_INVALID,
                        "password-again",
                        LocalizedMessage.of(AccountPages.class, "passwords-differ"));
            }
            accounts.register(
                    new Registration(
                            form.text("account"), form.text("name"), form.exact("password"), form.text("kind")),
                    call.origin(),
                    call.context());
            String to = form.text("to");
            return call.redirect(to.isEmpty() ? "/sign-in" : "/sign-in?to=" + encoded(to), "registered");
        } catch (ProblemException e) {
            return call.redisplay(e, registerScreen(call));
        }
    }

    /** The form for one's own password. */
    @GET
    @Path("/password")
    @AllowSignedIn
    public Response ownPassword(@Context PageCall call) {
        return call.render(passwordScreen(call));
    }

    private Screen passwordScreen(PageCall call) {
        boolean due = !call.query("due").isEmpty();
        return Screen.reading(
                call.ui().t("password.title"),
                IdentityPages.TEMPLATES.password(
                        call.ui(), due, provider.isOffered() && call.has(Role.APPLICANT.key())));
    }

    /** Changes one's own password; all sessions end. */
    @POST
    @Path("/password")
    @AllowSignedIn
    public Response changePassword(@Context PageCall call) {
        try {
            accounts.changeOwnPassword(call.form().exact("current"), call.form().exact("password"), call.context());
            return call.redirect("/sign-in", "password-changed");
        } catch (ProblemException e) {
            return call.redisplay(e, passwordScreen(call));
        }
    }
}
