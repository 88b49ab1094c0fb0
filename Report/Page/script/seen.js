/** Runs something when an element comes into view, so that what is far down costs nothing. */
const waiting = new WeakMap();
const observer = new IntersectionObserver(entries => {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) {
      observer.unobserve(target);
      waiting.get(target)?.(target);
      waiting.delete(target);
    }
  }
}, { rootMargin: '300px' });

function whenSeen(element, action) {
  waiting.set(element, action);
  observer.observe(element);
  return element;
}
