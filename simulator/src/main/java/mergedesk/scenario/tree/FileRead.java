package mergedesk.scenario.tree;

/** A file that a scenario was read from: its name as shown to the user and the SHA-256 of its bytes, in hexadecimal. */
public record FileRead(String file, String sha256) {}
