package mergedesk.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Whose contacts a key of a flow is about, where it is not about all: flows by channels of other kinds cannot have it, and take nothing of it from {@code flow_defaults}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Only {
    /** Kinds of channel; live ones where nothing else is said. */
    Channel.Kind[] value() default {Channel.Kind.LIVE, Channel.Kind.COUNTER, Channel.Kind.CHAT};

    /** Why others do not have it; empty where the kinds say it. */
    String because() default "";
}
