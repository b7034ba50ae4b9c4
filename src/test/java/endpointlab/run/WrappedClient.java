package endpointlab.run;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Modifier;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.InvocationHandlerAdapter;
import net.bytebuddy.matcher.ElementMatchers;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * An SDK client whose every call with a request goes to a handler; the client's other methods come down to those. As
 * {@link java.lang.reflect.Proxy}, which can't: from Java 25 on its proxy of {@code Ec2Client} is larger than a class
 * may be (JVMS 4.7.3, 64 KiB of code).
 */
final class WrappedClient {

    private static final String HANDLER = "handler";
    /** A class of so many methods takes a while to make. */
    private static final ClassValue<Class<?>> CLASSES = new ClassValue<>() {

        @Override
        protected Class<?> computeValue(Class<?> face) {
            return new ByteBuddy().subclass(Object.class).implement(face)
                    .defineField(HANDLER, InvocationHandler.class, Modifier.PUBLIC)
                    .method(ElementMatchers.isAbstract().or(ElementMatchers.takesArgument(0,
                            ElementMatchers.isSubTypeOf(AwsRequest.class))))
                    .intercept(InvocationHandlerAdapter.toField(HANDLER))
                    .make().load(WrappedClient.class.getClassLoader()).getLoaded();
        }
    };

    private WrappedClient() {
    }

    static <C> C of(Class<C> face, InvocationHandler handler) {
        try {
            Object wrapped = CLASSES.get(face).getDeclaredConstructor().newInstance();
            wrapped.getClass().getField(HANDLER).set(wrapped, handler);
            return face.cast(wrapped);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
