/** Style sheets are bundled by vite and have nothing to hand over. */
declare module '*.css';
