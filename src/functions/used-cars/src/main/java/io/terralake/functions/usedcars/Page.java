package io.terralake.functions.usedcars;

import io.terralake.functions.http.Handler;
import io.terralake.functions.http.ProblemException;
import io.terralake.functions.http.Request;
import io.terralake.functions.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Answers with the files of the page, below {@code /dashboard/}: {@code index.html} for the folder itself, and {@code config.json}, which
 * says how the page signs in. The files have no data in them.
 */
public final class Page implements Handler {
    /** The role that callers need in Azure: that of the API, as who may read the one may have the other. */
    public static final String ROLE = Api.ROLE;

    private static final String FOLDER = "/io/terralake/usedcars/page/";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "mjs", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "txt", "text/plain; charset=utf-8");

    /** Own files only, as the page's tests have it; the sign-in asks Entra for its tokens. */
    private static final Map<String, String> SECURITY = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                            + " connect-src 'self' https://login.microsoftonline.com;"
                            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer",
            "Cache-Control", "no-cache");

    private final SignIn signIn;
    private final Map<String, File> files = new ConcurrentHashMap<>();

    /**
     * A page.
     *
     * @param signIn how it signs in
     */
    public Page(SignIn signIn) {
        this.signIn = signIn;
    }

    private record File(String type, String tag, byte[] content) {}

    @Override
    public Response handle(Request request) {
        request.requireMethod("GET");
        List<String> path = request.path();
        if (path.size() == 1) {
            // The page's addresses are relative to its folder. This one too: whoever stands before may call the folder
            // otherwise.
            return new Response(308, Map.of("Location", path.get(0) + "/"), new byte[0]).with(SECURITY);
        }
        String name = path.get(1).isEmpty() ? "index.html" : path.get(1);
        if (path.size() > 2 || !NAME.matcher(name).matches()) {
            throw missing();
        }
        if (name.equals("config.json")) {
            return Response.json(signIn.config()).with(SECURITY);
        }
        File file = files.computeIfAbsent(name, Page::read);
        Response response = file.tag().equals(request.headers().get("If-None-Match"))
                ? new Response(304, Map.of(), new byte[0])
                : new Response(Response.OK, Map.of("Content-Type", file.type()), file.content());
        return response.with(SECURITY).with(Map.of("ETag", file.tag()));
    }

    private static File read(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        try (InputStream file = Page.class.getResourceAsStream(FOLDER + name)) {
            if (file == null || type == null) {
                throw missing();
            }
            byte[] content = file.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new File(type, "\"%s\"".formatted(HexFormat.of().formatHex(digest, 0, 16)), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProblemException missing() {
        return ProblemException.notFound("the page has no such file");
    }
}
