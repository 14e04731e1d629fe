// Looks again for what is not ready yet. Without it there is a link.
setTimeout(() => location.reload(), 3000);
