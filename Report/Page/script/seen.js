/** Runs something when an element comes into view, so that what is far down costs nothing. */
const waiting = new Map();
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

/** Forgets what is not shown any more. */
function forgetUnseen() {
  observer.disconnect();
  waiting.clear();
}

// A print has everything.
window.addEventListener('beforeprint', () => {
  for (const [element, action] of waiting) if (element.isConnected) action(element);
  forgetUnseen();
});
